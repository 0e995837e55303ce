package org.lmskit.xapi.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.Lms;
import org.lmskit.content.DirectoryContentStore;
import org.lmskit.model.Sha256;
import org.lmskit.store.Store;
import org.lmskit.store.jdbc.JdbcStore;
import org.lmskit.xapi.Attachment;
import org.lmskit.xapi.AttachmentContent;
import org.lmskit.xapi.AttachmentPart;
import org.lmskit.xapi.Incoming;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.LanguageMap;
import org.lmskit.xapi.Presentation;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementBatch;

/** An attachment of 1 GB goes in and out of an LRS, and through an archive, in a heap of 128 MB. */
@Tag("long")
class LargeAttachmentTest {
  private static final long SIZE = 1L << 30;

  @Test
  void an_attachment_of_1_gb_passes_through_a_heap_of_128_mb(@TempDir Path directory)
      throws IOException, InterruptedException {
    Process child = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            LargeAttachmentTest.class.getName(),
            directory.toString())
        .inheritIO()
        .start();

    assertThat(child.waitFor(15, TimeUnit.MINUTES)).isTrue();
    assertThat(child.exitValue()).isZero();
  }

  /** The child: throws, and so ends with 1, if anything is wrong. */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    try (Store store = JdbcStore.sqlite(directory.resolve("lrs.db"), Lms.KINDS, Lrs.KINDS)) {
      Lrs lrs = Lrs.on(store, DirectoryContentStore.at(directory.resolve("content")));
      String sha2 = hashOf(new Generated(SIZE));
      Attachment file = new Attachment(
          new Iri("http://example.org/usage"),
          LanguageMap.of("en", "film"),
          LanguageMap.NONE,
          "video/mp4",
          SIZE,
          sha2,
          null);
      Statement statement = Statement.builder(LrsTests.ANN, LrsTests.DID, LrsTests.FIRE)
          .id(LrsTests.id(1))
          .attachment(file)
          .build();
      AttachmentPart part = new AttachmentPart(sha2, "video/mp4", new Generated(SIZE));
      lrs.store(
          new StatementBatch(List.of(Incoming.of(statement)), List.of(part).iterator()));
      AttachmentContent found = lrs.find(LrsTests.id(1), Presentation.EXACT.withAttachments())
          .orElseThrow()
          .attachments()
          .get(0);
      try (InputStream bytes = found.open()) {
        require(hashOf(bytes).equals(sha2) && found.length() == SIZE);
      }
      require(lrs.archive()
              .write(OutputStream.nullOutputStream(), 0, progress -> {})
              .attachments()
          == 1);
    }
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new AssertionError("the attachment came back changed");
    }
  }

  private static String hashOf(InputStream bytes) throws IOException {
    MessageDigest digest = Sha256.newDigest();
    byte[] buffer = new byte[1 << 16];
    for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
      digest.update(buffer, 0, n);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Bytes that follow from their place, so that none need be kept. */
  private static final class Generated extends InputStream {
    private final long size;
    private long at;

    Generated(long size) {
      this.size = size;
    }

    @Override
    public int read() {
      return at == size ? -1 : (int) ((at++ * 31 >> 7) & 0xFF);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      int count = (int) Math.min(length, size - at);
      for (int i = 0; i < count; i++) {
        buffer[offset + i] = (byte) read();
      }
      return count == 0 ? -1 : count;
    }
  }
}
