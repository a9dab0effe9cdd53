// Says times in the zone of the browser, in the form of the page, which has them in UTC.

const page = document.documentElement;
const months = page.dataset.months.split(',');
const zone = new Intl.DateTimeFormat(page.lang, { timeZoneName: 'short' });

const two = (number) => String(number).padStart(2, '0');

/** The short name that the zone has at that time, which another half of the year may not have. */
function name(time) {
  return zone.formatToParts(time).find((part) => part.type === 'timeZoneName').value;
}

function spelled(time) {
  const day = [time.getDate(), months[time.getMonth()], time.getFullYear()].join('\u00a0');
  return `${day}, ${two(time.getHours())}:${two(time.getMinutes())}\u00a0${name(time)}`;
}

for (const place of document.querySelectorAll('time')) {
  const time = new Date(place.dateTime);
  const inUtc = place.textContent;
  if (!Number.isNaN(time.getTime()) && spelled(time) !== inUtc) {
    place.title = inUtc;
    place.textContent = spelled(time);
  }
}

const note = document.getElementById('zone');
if (note) {
  note.textContent = note.dataset.local.replace('{zone}', zone.resolvedOptions().timeZone);
}
