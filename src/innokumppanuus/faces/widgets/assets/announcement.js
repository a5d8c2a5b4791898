// Words that are read out when they change: the element stays, only its text is replaced.
function render({ model, el }) {
  const words = document.createElement("div");
  words.className = `inno-announcement inno-${model.get("kind")}`;
  words.setAttribute("role", model.get("kind"));
  el.replaceChildren(words);
  const show = () => {
    words.textContent = model.get("text");
    words.hidden = model.get("kind") === "alert" && !model.get("text");
  };
  model.on("change:text", show);
  show();
  return () => model.off("change:text", show);
}

export default { render };
