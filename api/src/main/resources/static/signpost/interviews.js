// A figure chooses the step of a scale that has the focus.
const interview = document.getElementById("interview");
interview.addEventListener("keydown", (event) => {
  if (event.target.type !== "radio" || !/^[0-9]$/.test(event.key)) {
    return;
  }
  const step = [...interview.elements[event.target.name]].find((radio) => radio.value === event.key);
  if (step) {
    step.focus();
    step.checked = true;
    step.dispatchEvent(new Event("change", { bubbles: true }));
  }
});
