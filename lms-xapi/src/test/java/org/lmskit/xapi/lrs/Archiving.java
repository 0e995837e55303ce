package org.lmskit.xapi.lrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.xapi.lrs.LrsTests.about;
import static org.lmskit.xapi.lrs.LrsTests.assertStatus;
import static org.lmskit.xapi.lrs.LrsTests.id;
import static org.lmskit.xapi.lrs.LrsTests.statement;
import static org.lmskit.xapi.lrs.LrsTests.voiding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.lmskit.model.Problem;
import org.lmskit.model.StoreFailureException;
import org.lmskit.model.TenantId;
import org.lmskit.xapi.Access;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Attachment;
import org.lmskit.xapi.Presentation;
import org.lmskit.xapi.Scope;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementQuery;

/** Export and import as lines. */
interface Archiving extends LrsTests {
  @Test
  default void what_was_exported_is_imported_with_files_authorities_and_voidings()
      throws IOException {
    byte[] large = new byte[200_000];
    new Random(7).nextBytes(large);
    Attachment file = AttachmentKeeping.attachment(large, "SHA-384", null);
    Agent vendor = Agent.account("http://example.org/lrs", "vendor");
    lrs()
        .as(Access.all(vendor))
        .store(AttachmentKeeping.batch(AttachmentKeeping.statement(1, file), file, large));
    lrs().store(AttachmentKeeping.batch(AttachmentKeeping.statement(2, file), file, large));
    lrs().store(List.of(about(id(3), id(1)), voiding(id(4), id(2))));
    storeJson(
        "{\n\"id\":\"" + id(5)
            + "\",\r\n\"actor\":{\"mbox\":\"mailto:ann@example.org\"},\n\"verb\":{\"id\":\"http://example.org/did\"},\"object\":{\"id\":\"http://example.org/x\"}}");
    Lrs other = target();

    byte[] text = export(0);
    StatementArchive.Imported imported = load(other, "a", text);

    assertThat(imported).isEqualTo(new StatementArchive.Imported(lines(text), 5, 1, 0, List.of()));
    assertThat(LrsTests.ids(other.query(StatementQuery.builder().ascending(true).build())))
        .containsExactly(id(1), id(3), id(4), id(5));
    assertThat(other.findVoided(id(2), Presentation.EXACT)).isPresent();
    assertThat(other.find(id(1)).orElseThrow().statement().authority()).isEqualTo(vendor);
    assertThat(other.find(id(1)).orElseThrow().statement().timestamp()).isEqualTo(START);
    var found = other.find(id(1), Presentation.EXACT.withAttachments()).orElseThrow();
    try (InputStream bytes = found.attachments().get(0).open()) {
      assertThat(bytes.readAllBytes()).isEqualTo(large);
    }
  }

  @Test
  default void
      an_import_that_broke_off_goes_on_where_it_stopped_and_repeating_one_changes_nothing() {
    List<Statement> some = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      some.add(statement(id(i), ANN, DID, FIRE));
    }
    lrs().store(some);
    byte[] text = export(0);
    Lrs other = target();
    InputStream broken = breakingAfter(text, text.length / 2);

    Assertions.assertThatThrownBy(() -> other.archive().read("a", broken, progress -> {}))
        .isInstanceOf(StoreFailureException.class);
    List<UUID> half = all(other);
    assertThat(half).hasSizeBetween(200, 600);
    StatementArchive.Imported whole = load(other, "a", text);

    assertThat(whole.statements()).isEqualTo(900);
    assertThat(all(other)).hasSize(900).startsWith(half.toArray(UUID[]::new));
    assertThat(load(other, "a", text)).isEqualTo(whole);
    assertThat(load(other, "again", text).statements()).isEqualTo(900);
    assertThat(all(other)).hasSize(900);
  }

  @Test
  default void an_export_goes_on_behind_the_place_that_it_reported() {
    lrs().store(statement(id(1), ANN, DID, FIRE));
    List<StatementArchive.Exported> reports = new ArrayList<>();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StatementArchive.Exported first = lrs().archive().write(out, 0, reports::add);
    lrs().store(statement(id(2), ANN, DID, FIRE));

    byte[] rest = export(first.place());

    assertThat(reports).containsExactly(first);
    assertThat(new String(rest, StandardCharsets.UTF_8))
        .contains(id(2).toString())
        .doesNotContain(id(1).toString());
    assertThat(lrs()
            .archive()
            .write(out, lrs().archive().write(out, 0, r -> {}).place(), r -> {})
            .statements())
        .isZero();
  }

  @Test
  default void a_line_that_cannot_be_stored_is_a_problem_and_holds_up_no_other() {
    lrs()
        .store(List.of(
            statement(id(1), ANN, DID, FIRE),
            statement(id(2), ANN, DID, FIRE),
            statement(id(3), ANN, DID, FIRE)));
    String good = new String(export(0), StandardCharsets.UTF_8);
    String text = good.replace("\"id\":\"" + id(2), "\"iddd\":\"" + id(2))
        + "\nnot json\n{\"attachment\":{\"sha2\":\"00\"}}\n{\"bytes\":\"AAAA\"}\n";
    Lrs other = target();
    other.store(statement(id(3), BEN, SAW, WATER));

    StatementArchive.Imported imported = load(other, "a", text.getBytes(StandardCharsets.UTF_8));

    assertThat(imported.refused()).isEqualTo(4);
    assertThat(imported.problems())
        .extracting(Problem::location)
        .containsExactlyInAnyOrder("line 2", "line 3", "line 5", "line 6");
    assertThat(other.find(id(1))).isPresent();
    assertThat(other.find(id(3)).orElseThrow().statement().actor()).isEqualTo(BEN);
  }

  @Test
  default void an_attachment_whose_bytes_are_broken_is_a_problem_and_holds_up_no_other() {
    Attachment file = AttachmentKeeping.attachment(AttachmentKeeping.ESSAY, "SHA-256", null);
    lrs()
        .store(AttachmentKeeping.batch(
            AttachmentKeeping.statement(1, file), file, AttachmentKeeping.ESSAY));
    lrs().store(statement(id(2), ANN, DID, FIRE));
    String good = new String(export(0), StandardCharsets.UTF_8);
    Lrs other = target();

    StatementArchive.Imported loaded = load(
        other,
        "a",
        good.replace("{\"bytes\":\"", "{\"bytes\":\"%").getBytes(StandardCharsets.UTF_8));

    assertThat(loaded.problems())
        .extracting(Problem::location)
        .containsExactlyInAnyOrder("line 1", "line 3");
    assertThat(all(other)).containsExactly(id(2));
  }

  @Test
  default void an_attachment_of_a_refused_line_is_there_for_later_ones() {
    Attachment file = AttachmentKeeping.attachment(AttachmentKeeping.ESSAY, "SHA-256", null);
    for (int i : List.of(1, 2)) {
      lrs()
          .store(AttachmentKeeping.batch(
              AttachmentKeeping.statement(i, file), file, AttachmentKeeping.ESSAY));
      List<Statement> between = new ArrayList<>();
      for (int j = 0; j < 250; j++) {
        between.add(statement(id(1000 * i + j), BEN, DID, FIRE));
      }
      lrs().store(between);
    }
    Lrs other = target();
    other.store(statement(id(1), BEN, SAW, WATER));

    StatementArchive.Imported imported = load(other, "a", export(0));

    assertThat(imported.refused()).isEqualTo(1);
    assertThat(imported.attachments()).isEqualTo(1);
    assertThat(other
            .find(id(2), Presentation.EXACT.withAttachments())
            .orElseThrow()
            .attachments())
        .hasSize(1);
  }

  @Test
  default void only_who_may_do_everything_exports_and_imports() {
    assertStatus(403, () -> lrs().as(new Access(ANN, Set.of(Scope.ALL_READ))).archive());
  }

  private byte[] export(long place) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    lrs().archive().write(out, place, progress -> {});
    return out.toByteArray();
  }

  private static StatementArchive.Imported load(Lrs lrs, String name, byte[] text) {
    return lrs.archive().read(name, new ByteArrayInputStream(text), progress -> {});
  }

  private static List<UUID> all(Lrs lrs) {
    List<UUID> all = new ArrayList<>();
    for (var next = StatementQuery.builder().limit(500).ascending(true).build(); next != null; ) {
      var page = lrs.query(next);
      all.addAll(LrsTests.ids(page));
      next = page.next();
    }
    return all;
  }

  private static long lines(byte[] text) {
    return new String(text, StandardCharsets.UTF_8).lines().count();
  }

  private static InputStream breakingAfter(byte[] text, int length) {
    return new FilterInputStream(new ByteArrayInputStream(Arrays.copyOf(text, length))) {
      @Override
      public int read(byte[] buffer, int offset, int count) throws IOException {
        int read = super.read(buffer, offset, count);
        if (read < 0) {
          throw new IOException("the cable was pulled");
        }
        return read;
      }
    };
  }

  private Lrs target() {
    return lrs().tenant(new TenantId("target-" + UUID.randomUUID()));
  }
}
