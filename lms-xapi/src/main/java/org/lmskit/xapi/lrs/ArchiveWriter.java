package org.lmskit.xapi.lrs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lmskit.model.StoreFailureException;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.xapi.JsonValue;
import org.lmskit.xapi.lrs.StatementArchive.Exported;

/** Writes statements and attachments as lines. */
final class ArchiveWriter {
  private static final int BATCH = 200;
  private static final int CHUNK =
      48 * 1024; // a multiple of 3, so that Base64 has no padding inside

  private final Realm realm;
  private final OutputStream out;
  private long statements;
  private long attachments;

  ArchiveWriter(Realm realm, OutputStream out) {
    this.realm = realm;
    this.out = out;
  }

  Exported write(long place, Consumer<Exported> progress) {
    long end = realm.read(Reader::position);
    Exported done = new Exported(place, 0, 0);
    while (done.place() < end) {
      List<Stored<StatementRecord>> batch = next(done.place(), end);
      batch.forEach(this::write);
      long reached = batch.size() < BATCH ? end : batch.get(BATCH - 1).position();
      flush();
      done = new Exported(reached, statements, attachments);
      progress.accept(done);
    }
    return done;
  }

  private List<Stored<StatementRecord>> next(long place, long end) {
    Query<StatementRecord> query = Query.of(StatementRecord.KIND).upTo(end).limit(BATCH);
    return realm.read(reader -> reader.list(query.afterPosition(place)));
  }

  private void write(Stored<StatementRecord> statement) {
    statement.value().attachments().forEach(sha2 -> writeIfFirst(sha2, statement));
    line(StatementTexts.exact(statement));
    statements++;
  }

  /** An attachment stands before the first statement that has it. */
  private void writeIfFirst(String sha2, Stored<StatementRecord> statement) {
    Query<StatementRecord> users =
        Query.of(StatementRecord.KIND).where(StatementRecord.ATTACHMENT, sha2).limit(1);
    Optional<AttachmentRecord> here = realm.read(reader -> reader.list(users).stream()
        .filter(first -> first.position() == statement.position())
        .findFirst()
        .flatMap(first -> reader.find(AttachmentRecord.KIND, sha2))
        .map(Stored::value));
    here.ifPresent(this::write);
  }

  private void write(AttachmentRecord attachment) {
    line("{\"attachment\":{\"sha2\":\""
        + attachment.sha2()
        + "\",\"contentType\":"
        + JsonValue.of(attachment.contentType()).json()
        + ",\"length\":"
        + attachment.size()
        + "}}");
    try (InputStream bytes =
        realm.content().open(attachment.blobOf(realm.tenant()), 0, attachment.size())) {
      for (byte[] chunk = bytes.readNBytes(CHUNK);
          chunk.length > 0;
          chunk = bytes.readNBytes(CHUNK)) {
        line("{\"bytes\":\"" + Base64.getEncoder().encodeToString(chunk) + "\"}");
      }
    } catch (IOException e) {
      throw new StoreFailureException("attachment " + attachment.sha2() + " cannot be read", e);
    }
    attachments++;
  }

  /** A line break in JSON text stands between values only, where a space means the same. */
  private void line(String json) {
    try {
      out.write(json.replace('\n', ' ').replace('\r', ' ').getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    } catch (IOException e) {
      throw new StoreFailureException("the archive cannot be written", e);
    }
  }

  private void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new StoreFailureException("the archive cannot be written", e);
    }
  }
}
