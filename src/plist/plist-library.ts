// The one door to the `plist` package. Its parser accepts much that is no property list and its builder writes files that
// nobody can read: `parse` gets text that guard.ts has written anew, `build` values that normalize.ts has checked.
export { build, parse } from 'plist';
