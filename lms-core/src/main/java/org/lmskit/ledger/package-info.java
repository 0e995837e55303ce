/**
 * The append-only Merkle log of all events (RFC 9162 hashing): tree heads, hash tiles, inclusion and
 * consistency proofs, signed heads, proof bundles, and a verifier that depends on nothing but the JDK.
 */
@NullMarked
package org.lmskit.ledger;

import org.jspecify.annotations.NullMarked;
