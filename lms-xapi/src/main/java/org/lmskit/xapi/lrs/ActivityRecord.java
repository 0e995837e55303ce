package org.lmskit.xapi.lrs;

import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;

/**
 * What is known about an activity.
 *
 * @param key the hash of its IRI
 * @param json the activity with its merged definition
 */
record ActivityRecord(String key, String json) {
  static final Kind<ActivityRecord> KIND =
      Kind.mutable("xapi_activity", ActivityRecord::key).body(JsonBody.of(ActivityRecord.class));
}
