package org.lmskit.xapi.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.Attachment;
import org.lmskit.xapi.AttachmentPart;
import org.lmskit.xapi.Incoming;
import org.lmskit.xapi.SubStatement;
import org.lmskit.xapi.XapiException;
import org.lmskit.xapi.multipart.MultipartReader;

/**
 * The attachments of a request, in the order of its parts, each read while it arrives. A part that no
 * statement declares is refused.
 *
 * @see "xAPI 1.0.3 Communication 1.5.2"
 */
final class ReceivedAttachments implements Iterator<AttachmentPart> {
  private final MultipartReader parts;
  private final Set<String> declared = new HashSet<>();
  private final int limit;
  private int count;
  private boolean looked;
  private MultipartReader.@Nullable Part next;

  ReceivedAttachments(MultipartReader parts, List<Incoming> statements, int limit) {
    this.parts = parts;
    this.limit = limit;
    for (Incoming one : statements) {
      declare(one.statement().attachments());
      if (one.statement().object() instanceof SubStatement sub) declare(sub.attachments());
    }
  }

  private void declare(List<Attachment> attachments) {
    attachments.forEach(attachment -> declared.add(attachment.sha2().toLowerCase(Locale.ROOT)));
  }

  @Override
  public boolean hasNext() {
    if (!looked) next = look();
    looked = true;
    return next != null;
  }

  @Override
  public AttachmentPart next() {
    if (!hasNext() || next == null) throw new NoSuchElementException();
    looked = false;
    return new AttachmentPart(hash(next), contentType(next), next.body());
  }

  private MultipartReader.@Nullable Part look() {
    try {
      MultipartReader.Part part = parts.next();
      if (part != null) check(part);
      return part;
    } catch (IOException e) {
      throw new UncheckedIOException("the request broke off", e);
    }
  }

  private void check(MultipartReader.Part part) {
    if (++count > limit) {
      throw XapiException.tooLarge(
          "there are more than " + limit + " attachments: send smaller batches");
    }
    if (!part.header("content-transfer-encoding").equalsIgnoreCase("binary")) {
      throw XapiException.badRequest(
          "an attachment has the header Content-Transfer-Encoding: binary");
    }
    if (hash(part).isEmpty()) {
      throw XapiException.badRequest("an attachment has the header X-Experience-API-Hash");
    }
    if (!declared.contains(hash(part).toLowerCase(Locale.ROOT))) {
      throw XapiException.badRequest(
          "no statement declares an attachment with the sha2 " + hash(part));
    }
  }

  private static String hash(MultipartReader.Part part) {
    return part.header("x-experience-api-hash");
  }

  private static String contentType(MultipartReader.Part part) {
    String type = part.header("content-type");
    return type.isEmpty() ? "application/octet-stream" : type;
  }
}
