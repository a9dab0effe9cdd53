// Says times in the zone of the browser, in the form of the page, which has them in UTC.

const zone = new Intl.DateTimeFormat(document.documentElement.lang, { timeZoneName: 'short' });

const two = (number) => String(number).padStart(2, '0');

/** The short name that the zone has at that time, which another half of the year may not have. */
function name(time) {
  return zone.formatToParts(time).find((part) => part.type === 'timeZoneName').value;
}

function spelled(time, months) {
  const day = [time.getDate(), months[time.getMonth()], time.getFullYear()].join('\u00a0');
  return `${day}, ${two(time.getHours())}:${two(time.getMinutes())}\u00a0${name(time)}`;
}

function show(place, months) {
  const time = new Date(place.dateTime);
  const inUtc = place.textContent;
  if (!Number.isNaN(time.getTime()) && spelled(time, months) !== inUtc) {
    place.title = inUtc;
    place.textContent = spelled(time, months);
  }
}

/** What says, below the page, in which zone times are. */
const note = document.getElementById('zone');
if (note) {
  const months = note.dataset.months.split(',');
  document.querySelectorAll('time').forEach((place) => show(place, months));
  note.textContent = note.dataset.local.replace('{zone}', zone.resolvedOptions().timeZone);
}
