package org.lmskit.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.lmskit.content.Blob;
import org.lmskit.content.ContentStore;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.model.StoreFailureException;
import org.lmskit.store.Stored;

/** Writes the lines of an archive, and keeps their digest. */
final class ArchiveWriter {
  private static final int CHUNK = 48 * 1024;

  private final OutputStream out;
  private final MessageDigest digest = Sha256.newDigest();
  private long records;
  private long files;

  ArchiveWriter(OutputStream out) {
    this.out = out;
  }

  void head(ArchiveLine.Head head) {
    line(head);
  }

  void file(ContentStore content, Blob blob) {
    line(new ArchiveLine.File(blob.hash(), blob.size()));
    files++;
    try (InputStream bytes = content.open(blob, 0, blob.size())) {
      byte[] chunk = bytes.readNBytes(CHUNK);
      while (chunk.length > 0) {
        line(new ArchiveLine.Chunk(Base64.getEncoder().encodeToString(chunk)));
        chunk = bytes.readNBytes(CHUNK);
      }
    } catch (NotFoundException e) {
      throw new RejectedException(
          ArchiveReason.CONTENT_MISSING,
          "file " + blob.hash() + " was removed while the archive was written, export again");
    } catch (IOException e) {
      throw new StoreFailureException("content " + blob.hash() + " could not be read", e);
    }
  }

  void record(Stored<?> stored) {
    String position = stored.kind().isOrdered() ? Long.toString(stored.position()) : null;
    line(new ArchiveLine.Item(
        stored.kind().name(), stored.id(), stored.version(), position, stored.body()));
    records++;
  }

  ArchiveReport end() {
    Sha256 all = Sha256.of(digest);
    line(new ArchiveLine.End(records, files, all));
    try {
      out.flush();
    } catch (IOException e) {
      throw failed(e);
    }
    return new ArchiveReport(records, files, all);
  }

  private void line(ArchiveLine line) {
    byte[] bytes = (ArchiveLine.JSON.write().apply(line) + "\n").getBytes(StandardCharsets.UTF_8);
    digest.update(bytes);
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static StoreFailureException failed(IOException e) {
    return new StoreFailureException("the archive could not be written", e);
  }
}
