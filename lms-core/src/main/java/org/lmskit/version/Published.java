package org.lmskit.version;

import java.nio.charset.StandardCharsets;
import org.lmskit.model.Id;
import org.lmskit.model.Sha256;

/** A published version of a course or learning path: it never changes, and learners are pinned to one. */
public interface Published extends Version {
  /** Of what it is a version. */
  Id id();

  /** Of what exactly was published. */
  Sha256 digest();

  /** What becomes of those who are on the version before. */
  Plan plan();

  /** The id of its record. */
  default String key() {
    return key(id(), number());
  }

  /** The id of the record of a version: what it is a version of may have an id that is as long as one can be. */
  static String key(Id id, int number) {
    return Sha256.of((id.value() + "/" + number).getBytes(StandardCharsets.UTF_8))
        .hex();
  }
}
