package org.lmskit.ledger;

/**
 * Takes signed heads out of the reach of the log's owner: to a public page, a partner, a notary, a printed page. Without
 * publication the owner of a log can rewrite its history and sign the new one.
 */
@FunctionalInterface
public interface TreeHeadPublisher {
  /** Keeps heads to itself. */
  TreeHeadPublisher NONE = head -> {};

  /** Called after a head was signed and stored; the same head may come twice. */
  void publish(SignedTreeHead head);
}
