package org.lmskit.xapi.lrs;

import org.lmskit.model.StoreFailureException;
import org.lmskit.store.Body;
import org.lmskit.store.Kind;

/**
 * What is known about an activity.
 *
 * @param key the hash of its IRI
 * @param json the activity with its merged definition
 */
record ActivityRecord(String key, String json) {
  static final Kind<ActivityRecord> KIND = Kind.mutable("xapi_activity", ActivityRecord::key)
      .body(new Body<>(ActivityRecord::write, ActivityRecord::read));

  private static final String SHAPE = "1 ";

  /** The shape and the key on a line, then the text as it is. */
  private String write() {
    return SHAPE + key + '\n' + json;
  }

  private static ActivityRecord read(String body) {
    int end = body.indexOf('\n');
    if (end < 0 || !body.startsWith(SHAPE)) {
      throw new StoreFailureException("a stored activity has an unknown shape", null);
    }
    return new ActivityRecord(body.substring(SHAPE.length(), end), body.substring(end + 1));
  }
}
