// Reads a file that somebody chooses into the field that its text belongs into: forms of the console take texts alone.

/** For the other fields of the form. */
const REST = 2000;

/** What no text in UTF-8 has, but spreadsheets, pictures and texts in other encodings. */
const NO_TEXT = /[\u0000\ufffd]/;

/** As the server counts it: browsers send the end of each line as two signs, and most signs escaped. */
function length(field, text) {
  return new URLSearchParams([[field.name, text.replace(/\r\n?|\n/g, '\r\n')]]).toString().length;
}

/** What is wrong with the text of a file, by the name that the page has words for; empty where nothing is. */
function wrong(field, text, most) {
  if (NO_TEXT.test(text)) {
    return 'unreadable';
  }
  return length(field, text) + REST > most ? 'large' : '';
}

function tell(input, name) {
  const fault = document.getElementById(`${input.id}-fault`);
  fault.hidden = !name;
  fault.textContent = name ? input.dataset[name] : '';
  fault.parentElement.classList.toggle('wrong', Boolean(name));
  input.setAttribute('aria-invalid', String(Boolean(name)));
}

async function read(input) {
  const field = document.getElementById(input.dataset.into);
  const most = Number(input.dataset.most);
  const [file] = input.files;
  if (!file) {
    return;
  }
  // What is large already is not read: that it is no text would not help more.
  const text = file.size > most ? null : await file.text().catch(() => '\ufffd');
  if (input.files[0] !== file) {
    return;
  }
  const name = text === null ? 'large' : wrong(field, text, most);
  tell(input, name);
  if (name) {
    // Else a browser would not tell that the same file was chosen again, once it is mended.
    input.value = '';
  } else {
    field.value = text;
    document.getElementById('live').textContent = input.dataset.read;
  }
}

for (const input of document.querySelectorAll('input[type=file][data-into]')) {
  input.addEventListener('change', () => read(input));
  input.parentElement.hidden = false;
}
