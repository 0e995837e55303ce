package org.lmskit.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.catalog.Course;
import org.lmskit.content.Blob;
import org.lmskit.content.ContentStore;
import org.lmskit.contract.ForwardingContentStore;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.model.TenantId;
import org.lmskit.viewing.ViewingRule;

/** An archive holds every file that its records need, or there is none. */
class ArchivedFilesTest {
  private final TestLms test = new TestLms();
  private final Lms lms = test.start();

  @Test
  void a_file_is_written_once_however_many_claim_it() {
    lms.catalog().publish(test.fireSafety());
    Course again =
        Course.of("again", "Fire safety again").withUnits(test.fireSafety().units());
    lms.catalog().publish(again);

    ArchiveReport report = lms.archive().exportTo(new ByteArrayOutputStream());

    assertThat(report.files()).isEqualTo(2);
  }

  @Test
  void no_archive_lacks_a_file_that_is_collected_while_it_is_written() {
    lms.catalog().publish(test.fireSafety());
    Lms exporting = over(new ForwardingContentStore(test.content) {
      @Override
      public InputStream open(Blob blob, long from, long length) {
        InputStream opened = content.open(blob, from, length);
        all(content).forEach(hash -> content.release(TenantId.DEFAULT, hash));
        return opened;
      }
    });

    assertMissing(() -> exporting.archive().exportTo(new ByteArrayOutputStream()));
  }

  @Test
  void no_archive_lacks_a_file_that_is_collected_before_it_is_opened() {
    lms.catalog().publish(test.fireSafety());
    Lms exporting = over(new ForwardingContentStore(test.content) {
      @Override
      public InputStream open(Blob blob, long from, long length) {
        content.release(TenantId.DEFAULT, blob.hash());
        return content.open(blob, from, length);
      }
    });

    assertMissing(() -> exporting.archive().exportTo(new ByteArrayOutputStream()));
  }

  @Test
  void files_that_are_gone_are_told_before_any_other_is_written() {
    lms.catalog()
        .publish(Course.of("large", "Large")
            .unit("u1", "One", test.page("1".repeat(1 << 20), ViewingRule.OPENED))
            .unit("u2", "Two", test.page("2".repeat(1 << 20), ViewingRule.OPENED)));
    List<Sha256> hashes = all(test.content);

    for (Sha256 gone : hashes) {
      Lms exporting = over(new ForwardingContentStore(test.content) {
        @Override
        public Optional<Blob> find(TenantId tenant, Sha256 hash) {
          return hash.equals(gone) ? Optional.empty() : content.find(tenant, hash);
        }
      });
      ByteArrayOutputStream archive = new ByteArrayOutputStream();

      assertMissing(() -> exporting.archive().exportTo(archive));

      assertThat(archive.toString(StandardCharsets.UTF_8))
          .doesNotContain(hashes.stream().map(Sha256::hex).toList());
    }
  }

  @Test
  void an_import_whose_files_were_lost_is_not_done_and_goes_on_once_they_are_kept() {
    lms.catalog().publish(test.fireSafety());
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    lms.archive().exportTo(archive);
    TestLms other = new TestLms();
    Lms forgetting = Lms.on(other.store, new ForwardingContentStore(other.content) {
          @Override
          public Blob put(TenantId tenant, InputStream bytes, long limit) {
            Blob blob = content.put(tenant, bytes, limit);
            content.release(tenant, blob.hash());
            return blob;
          }
        })
        .clock(other.clock())
        .build();

    assertMissing(() -> forgetting.archive().importFrom(in(archive)));
    Lms copy = other.start();
    ArchiveReport report = copy.archive().importFrom(in(archive));
    copy.collectGarbage(Duration.ofDays(-1));

    assertThat(report.files()).isEqualTo(2);
    assertThat(all(other.content)).isEqualTo(all(test.content)).hasSize(2);
  }

  private Lms over(ContentStore content) {
    return Lms.on(test.store, content).clock(test.clock()).build();
  }

  private static InputStream in(ByteArrayOutputStream archive) {
    return new ByteArrayInputStream(archive.toByteArray());
  }

  private static List<Sha256> all(ContentStore content) {
    List<Sha256> hashes = new ArrayList<>();
    content.each(TenantId.DEFAULT, Instant.MAX, blob -> hashes.add(blob.hash()));
    return hashes;
  }

  private static void assertMissing(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.reason()).isEqualTo(ArchiveReason.CONTENT_MISSING));
  }
}
