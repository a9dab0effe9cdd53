// Makes pages livelier that work without it.

const refusal = document.getElementById('refusal');
if (refusal) {
  refusal.focus();
}
