package org.lmskit.xapi.lrs;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lmskit.content.Blob;
import org.lmskit.model.StoreFailureException;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;
import org.lmskit.xapi.Attachment;
import org.lmskit.xapi.AttachmentContent;
import org.lmskit.xapi.AttachmentPart;
import org.lmskit.xapi.XapiException;

/**
 * The bytes of attachments: stored once by their SHA-2, streamed, never held whole in memory.
 *
 * @see "xAPI 1.0.3 Data 2.4.11, Communication 1.5.2"
 */
final class Attachments {
  /** SHA-2 by the length of its hexadecimal form; Data 2.4.11 wants 256 bits or more. */
  private static final Map<Integer, String> DIGESTS =
      Map.of(64, "SHA-256", 96, "SHA-384", 128, "SHA-512");

  private final Realm realm;

  Attachments(Realm realm) {
    this.realm = realm;
  }

  /** The form in which hashes are compared. */
  static String normal(String sha2) {
    return sha2.toLowerCase(Locale.ROOT);
  }

  /**
   * Puts the bytes that came with statements into the content store.
   *
   * @param named what the statements say of their attachments
   * @return what came, by hash
   * @throws XapiException 400 if bytes are missing, do not have their hash or belong to no statement;
   *     413 if there are too many
   */
  Map<String, AttachmentRecord> take(Collection<Attachment> named, Iterator<AttachmentPart> parts) {
    Set<String> expected = new LinkedHashSet<>();
    named.forEach(attachment -> expected.add(normal(attachment.sha2())));
    Map<String, AttachmentRecord> taken = new LinkedHashMap<>();
    while (parts.hasNext()) {
      AttachmentPart part = parts.next();
      String sha2 = normal(part.sha2());
      if (!expected.contains(sha2)) {
        throw XapiException.badRequest("no statement has an attachment with the hash " + sha2);
      }
      taken.put(sha2, put(sha2, part));
    }
    requireAll(named, taken.keySet());
    return taken;
  }

  /** Records what is new and claims its bytes; what is here already stays as it is. */
  void record(Transaction tx, Collection<AttachmentRecord> taken) {
    if (taken.isEmpty()) {
      return;
    }
    Set<String> known = new LinkedHashSet<>();
    tx.findAll(AttachmentRecord.KIND, taken.stream().map(AttachmentRecord::sha2).toList())
        .forEach(found -> known.add(found.id()));
    for (AttachmentRecord attachment : taken) {
      if (!known.contains(attachment.sha2())) {
        Claims.add(realm, tx, attachment.blobOf(realm.tenant()), attachment.owner());
        tx.insert(AttachmentRecord.KIND, attachment);
      }
    }
  }

  /** The attachments of statements that are here, each once. */
  List<AttachmentContent> contents(Reader reader, Collection<StatementRecord> statements) {
    Set<String> hashes = new LinkedHashSet<>();
    statements.forEach(statement -> hashes.addAll(statement.attachments()));
    if (hashes.isEmpty()) {
      return List.of();
    }
    List<AttachmentContent> contents = new ArrayList<>();
    for (Stored<AttachmentRecord> found : reader.findAll(AttachmentRecord.KIND, hashes)) {
      contents.add(content(found.value()));
    }
    return contents;
  }

  /** The first bytes of an attachment, at most this many. */
  byte[] head(AttachmentRecord attachment, int most) {
    try (InputStream bytes = realm.content().open(attachment.blobOf(realm.tenant()), 0, most)) {
      return bytes.readAllBytes();
    } catch (IOException e) {
      throw new StoreFailureException("attachment " + attachment.sha2() + " cannot be read", e);
    }
  }

  private AttachmentContent content(AttachmentRecord attachment) {
    Blob blob = attachment.blobOf(realm.tenant());
    return new AttachmentContent(
        attachment.sha2(),
        attachment.contentType(),
        attachment.size(),
        () -> realm.content().open(blob, 0, blob.size()));
  }

  /** Puts the bytes of one attachment; nothing claims them yet. */
  AttachmentRecord put(String sha2, AttachmentPart part) {
    MessageDigest digest = digestFor(sha2);
    Limited bytes = new Limited(part.bytes(), realm.limits().attachment());
    Blob blob =
        realm.content().put(realm.tenant(), new DigestInputStream(bytes, digest), Long.MAX_VALUE);
    String actual = HexFormat.of().formatHex(digest.digest());
    if (!actual.equals(sha2)) {
      throw XapiException.badRequest(
          "an attachment has the hash " + actual + " and says that it is " + sha2);
    }
    return new AttachmentRecord(sha2, part.contentType(), blob.hash(), blob.size());
  }

  private static MessageDigest digestFor(String sha2) {
    String algorithm = DIGESTS.get(sha2.length());
    if (algorithm == null || !sha2.matches("[0-9a-f]+")) {
      throw XapiException.badRequest(
          "not a hexadecimal SHA-256, SHA-384 or SHA-512 of an attachment: " + sha2);
    }
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java platform lacks " + algorithm, e);
    }
  }

  /** Communication 1.5.2: without a fileUrl the bytes must come; a signature's always. */
  static void requireAll(Collection<Attachment> named, Set<String> taken) {
    for (Attachment attachment : named) {
      boolean elsewhere = attachment.fileUrl() != null && !attachment.isSignature();
      if (!elsewhere && !taken.contains(normal(attachment.sha2()))) {
        throw XapiException.badRequest(
            "the bytes of attachment " + attachment.sha2() + " are missing");
      }
    }
  }
}
