/**
 * The Easter Sunday of a year, as milliseconds since the epoch at midnight UTC: of the Western churches by Gauss's
 * algorithm as Meeus has it (Astronomical Algorithms, chapter 8), of the Orthodox ones the Julian date, 13 days behind
 * from 1900 to 2099.
 */
export function easter(year: number, church: 'western' | 'orthodox'): number {
  return church === 'western' ? western(year) : orthodox(year);
}

function western(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leaps = Math.floor(century / 4);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leaps - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  return Date.UTC(year, 2, 22 + epact + weekday - 7 * late);
}

function orthodox(year: number): number {
  const moon = (19 * (year % 19) + 15) % 30;
  const weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  return Date.UTC(year, 2, 22 + moon + weekday + 13);
}
