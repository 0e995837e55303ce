package org.lmskit.competency;

import java.nio.charset.StandardCharsets;
import org.lmskit.catalog.Subject;
import org.lmskit.model.Sha256;

/**
 * The very thing of which evidence is.
 *
 * @param subject what was completed, held or observed
 * @param reference tells one time of it from another: the id of the enrollment or the observation; the learner's key for awards
 */
public record EvidenceOrigin(Subject subject, String reference) {
  /** One key for two ids that may be long. */
  String key() {
    String all = subject + "\u001f" + reference;
    return Sha256.of(all.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
