// A slider with a name, a value in words and the keyboard of the browser.
function render({ model, el }) {
  // Every view loads this file anew, so that a counter would give all of them the same id.
  const id = `inno-range-${Math.random().toString(36).slice(2)}`;
  const label = document.createElement("label");
  label.htmlFor = id;
  const input = document.createElement("input");
  input.type = "range";
  input.id = id;
  const output = document.createElement("output");
  output.htmlFor = id;
  el.classList.add("inno-range");
  el.replaceChildren(label, output, input);

  const show = () => {
    label.textContent = model.get("label");
    output.textContent = model.get("shown");
    input.setAttribute("aria-valuetext", model.get("shown"));
    input.min = model.get("least");
    input.max = model.get("most");
    input.step = model.get("step");
    input.disabled = model.get("disabled");
    if (Number(input.value) !== model.get("value")) input.value = model.get("value");
  };
  input.addEventListener("input", () => {
    model.set("value", Number(input.value));
    model.save_changes();
  });
  model.on("change", show);
  show();
  return () => model.off("change", show);
}

export default { render };
