// Tells the server which time zone the reader is in; pages show times in it from then on.
// The page is read again once, and only where the server can do better: the zone differs from the one shown, and the
// cookie is new and was kept. A zone the server does not know therefore never reads the page again and again.
(() => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const cookie = `zone=${encodeURIComponent(zone)}`;
  const kept = () => document.cookie.split('; ').includes(cookie);
  if (!zone || kept()) return;
  document.cookie = `${cookie}; path=/; max-age=31536000; samesite=lax`;
  if (kept() && zone !== document.documentElement.dataset.zone) location.reload();
})();
