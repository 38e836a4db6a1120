// Enter in a field goes on to the next: sending a half-filled table would be a surprise.
const sitting = document.getElementById("sitting");
sitting.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.target.tagName !== "INPUT") {
    return;
  }
  event.preventDefault();
  const fields = [...sitting.querySelectorAll("input:not([type=hidden]), select, .signpost-save button")];
  fields[fields.indexOf(event.target) + 1].focus();
});
