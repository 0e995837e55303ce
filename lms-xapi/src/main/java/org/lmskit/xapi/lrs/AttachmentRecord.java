package org.lmskit.xapi.lrs;

import org.lmskit.content.Blob;
import org.lmskit.internal.BlobUse;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.Sha256;
import org.lmskit.model.TenantId;
import org.lmskit.store.Kind;

/**
 * An attachment that is here, whichever statements it belongs to.
 *
 * @param sha2 the hash by which statements name it: SHA-256, 384 or 512, lower-case hexadecimal
 * @param contentType the media type with which it first came
 * @param blob where its bytes are
 * @param size in bytes
 */
record AttachmentRecord(String sha2, String contentType, Sha256 blob, long size) {
  static final Kind<AttachmentRecord> KIND = Kind.mutable("xapi_attachment", AttachmentRecord::sha2)
      .body(JsonBody.of(AttachmentRecord.class));

  Blob blobOf(TenantId tenant) {
    return new Blob(tenant, blob, size);
  }

  /** The claim that keeps its bytes. */
  BlobUse use() {
    return BlobUse.of(blob, owner());
  }

  String owner() {
    return "xapi attachment " + sha2;
  }
}
