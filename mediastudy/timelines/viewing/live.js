// The view as HTML works by itself; this asks for the rest of a point's sentences when it is chosen.
export default {
  render({ model, el }) {
    el.innerHTML = model.get("markup");
    const form = el.querySelector("form");
    const asked = new Set();
    const chosen = (event) => {
      const point = event.target.value;
      if (event.target.name !== "ms-point" || asked.has(point)) return;
      asked.add(point);
      model.send({ point });
    };
    const told = ({ point, panel }) => {
      const button = [...form.querySelectorAll(".ms-point")].find((one) => one.value === point);
      if (button && panel) button.nextElementSibling.nextElementSibling.outerHTML = panel;
    };
    form.addEventListener("change", chosen);
    model.on("msg:custom", told);
    return () => model.off("msg:custom", told);
  },
};
