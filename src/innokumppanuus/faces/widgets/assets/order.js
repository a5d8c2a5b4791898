// A list whose rows are moved with buttons; focus stays with the row that moves.
function render({ model, el }) {
  const heading = document.createElement("p");
  heading.className = "inno-heading";
  const list = document.createElement("ul");
  el.classList.add("inno-order");
  el.replaceChildren(heading, list);
  let presses = 0;

  const button = (row, action, text) => {
    const one = document.createElement("button");
    one.type = "button";
    one.textContent = text;
    one.title = row[action];
    one.setAttribute("aria-label", row[action]);
    one.dataset.row = row.id;
    one.dataset.action = action;
    one.disabled = model.get("disabled") || !row.can.includes(action);
    one.addEventListener("click", () => {
      presses += 1;
      model.set("press", { n: presses, item: row.id, action });
      model.save_changes();
    });
    return one;
  };

  const show = () => {
    const held = el.contains(document.activeElement) ? { ...document.activeElement.dataset } : null;
    heading.textContent = model.get("label");
    list.setAttribute("aria-label", model.get("label"));
    list.replaceChildren(
      ...model.get("rows").map((row) => {
        const item = document.createElement("li");
        const place = document.createElement("span");
        place.className = "inno-place";
        place.textContent = row.place;
        const name = document.createElement("span");
        name.className = "inno-name";
        name.textContent = row.name;
        const buttons = document.createElement("span");
        buttons.className = "inno-buttons";
        buttons.append(
          button(row, "up", "\u2191"),
          button(row, "down", "\u2193"),
          button(row, "join", row.join_text),
        );
        item.append(place, name, buttons);
        return item;
      }),
    );
    if (held?.row) {
      const mine = [...list.querySelectorAll("button:not(:disabled)")].filter(
        (one) => one.dataset.row === held.row,
      );
      (mine.find((one) => one.dataset.action === held.action) ?? mine[0])?.focus();
    }
  };
  model.on("change:rows change:label change:disabled", show);
  show();
  return () => model.off("change:rows change:label change:disabled", show);
}

export default { render };
