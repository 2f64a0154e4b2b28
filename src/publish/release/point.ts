// Points on the map, as exact as a release lets them be.
// Invariant: never more than two decimals of a degree.

/** About a kilometre: enough to find the town, not the door. */
const DECIMALS = 2;

/** Degrees north and east, as `43.92, 81.32`; nothing for what cannot be read so. */
export function pointOf(text: string): { latitude?: number; longitude?: number } {
  const match = /^\s*(-?\d{1,2}(?:\.\d{1,12})?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d{1,12})?)\s*$/.exec(
    text,
  );
  const [latitude, longitude] = [Number(match?.[1]), Number(match?.[2])];
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return {};
  return { latitude: coarse(latitude), longitude: coarse(longitude) };
}

const coarse = (degrees: number): number => Number(degrees.toFixed(DECIMALS));
