package org.lmskit.xapi.lrs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.Sha256;
import org.lmskit.store.Kind;

/**
 * A document and where it belongs. Agents and activities stand here as hashes only.
 *
 * @param key the hash of set, registration and document id
 * @param set the hash of the resource, the activity and the agent
 * @param registered the hash of the set and the registration; null without a registration
 * @param agent the hash of the agent; null for the profile of an activity
 * @param documentId the stateId or profileId
 * @param contentType its media type
 * @param updated when it was last changed, strictly later with each change
 * @param etag the SHA-1 of its bytes, hexadecimal
 * @param text the bytes if they are UTF-8 and few, else null
 * @param base64 the bytes if they are not UTF-8 and few, else null
 * @param blob where the bytes are if they are many, else null
 * @param size in bytes
 */
record DocumentRecord(
    String key,
    String set,
    @Nullable String registered,
    @Nullable String agent,
    String documentId,
    String contentType,
    Instant updated,
    String etag,
    @Nullable String text,
    @Nullable String base64,
    @Nullable Sha256 blob,
    long size) {
  static final String SET = "owner";
  static final String REGISTERED = "registered";
  static final String AGENT = "agent";

  static final Kind<DocumentRecord> KIND = Kind.mutable("xapi_document", DocumentRecord::key)
      .time(DocumentRecord::updated)
      .index(SET, DocumentRecord::set)
      .index(REGISTERED, DocumentRecord::registered)
      .index(AGENT, DocumentRecord::agent)
      .body(JsonBody.of(DocumentRecord.class));

  /** Who claims its blob. */
  String owner() {
    return "xapi document " + key;
  }
}
