/**
 * Says that a value is an identity, and of which kind. A registered symbol as an enumerable key: copies made by spreading
 * keep it, and two copies of this package agree on it.
 */
export const identityKind: unique symbol = Symbol.for('profilewright.identity');
