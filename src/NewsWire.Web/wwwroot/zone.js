// Shows the page's times in the reader's own time zone, and keeps the zone in a cookie so that the server does from the
// next page on. The formats here are those of ReaderTime.cs; the tests compare the two.
(() => {
  const root = document.documentElement;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const cookie = `zone=${encodeURIComponent(zone)}`;
  if (!zone) return;
  if (!document.cookie.split('; ').includes(cookie)) document.cookie = `${cookie}; path=/; max-age=31536000; samesite=lax`;
  // A page without a zone has times that cannot be rewritten.
  if (!root.dataset.zone || root.dataset.zone === zone) return;

  const months = 'January February March April May June July August September October November December'.split(' ');
  const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
  // A day is its midnight in UTC: of a date as it stands, of an instant as it is in the reader's zone.
  const dayOf = text => {
    const at = new Date(text);
    return text.length === 10 ? at : new Date(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()));
  };
  const today = dayOf(root.dataset.now);
  const nearby = day => ['Yesterday', 'Today', 'Tomorrow'][(day - today) / 864e5 + 1];
  const date = (day, month) => {
    const year = day.getUTCFullYear();
    return `${day.getUTCDate()} ${month}${year === today.getUTCFullYear() ? '' : ` ${year}`}`;
  };
  const shortDate = day => date(day, months[day.getUTCMonth()].slice(0, 3));
  const heading = day => {
    const long = `${weekdays[day.getUTCDay()]} ${date(day, months[day.getUTCMonth()])}`;
    if (!nearby(day)) return [long];
    const near = document.createElement('span');
    near.className = 'near';
    near.textContent = `${nearby(day)}, `;
    return [near, long];
  };
  const clock = text => new Date(text).toTimeString().slice(0, 5);
  const words = ({ form, near }, text) => {
    const day = dayOf(text);
    if (form === 'day') return nearby(day) ?? shortDate(day);
    if (form === 'day-clock') return `${nearby(day) ?? shortDate(day)}, ${clock(text)}`;
    return near && +dayOf(near) !== +day ? `${shortDate(day)}, ${clock(text)}` : clock(text);
  };

  for (const time of document.querySelectorAll('time[data-form]')) time.firstChild.data = words(time.dataset, time.dateTime);
  for (const name of document.querySelectorAll('footer .zone')) name.textContent = zone.replaceAll('_', ' ');

  // Other days begin and end in another zone: the rows are put under them anew.
  const sections = document.querySelectorAll('.day');
  const days = new Map();
  for (const row of document.querySelectorAll('.day article')) {
    const day = +dayOf(row.querySelector('.when').dateTime);
    days.set(day, [...days.get(day) ?? [], row]);
  }
  for (const [day, rows] of [...days].sort(([one], [other]) => other - one)) {
    const section = sections[0].cloneNode();
    const time = document.createElement('time');
    time.dateTime = new Date(day).toISOString().slice(0, 10);
    if (new Date(day).getUTCFullYear() === today.getUTCFullYear()) time.dataset.year = today.getUTCFullYear();
    time.append(...heading(new Date(day)));
    section.appendChild(document.createElement('h2')).append(time);
    section.append(...rows);
    sections[0].before(section);
  }
  for (const section of sections) section.remove();
})();
