package org.lmskit.observation;

import java.nio.charset.StandardCharsets;
import org.lmskit.model.EventId;
import org.lmskit.model.Sha256;

/**
 * The record that a signature is bound to: the event by which the observation became known, byte for byte as it stands in the
 * ledger, so that a proof of that entry proves what was signed too.
 *
 * @param event its id
 * @param text its JSON; the digest is that of its UTF-8 bytes
 */
public record SignedRecord(EventId event, String text) {
  /** The SHA-256 of the text. */
  public Sha256 digest() {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
