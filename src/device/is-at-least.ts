/** Whether a version such as `17.4` or `10.15.7` is `bound` or a later one; what is not written counts as 0. */
export function isAtLeast(version: string, bound: string): boolean {
  const [own, least] = [version, bound].map((text) => text.split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (own?.[index] ?? 0) - (least?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
