package org.lmskit.xapi.lrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.xapi.lrs.LrsTests.about;
import static org.lmskit.xapi.lrs.LrsTests.id;
import static org.lmskit.xapi.lrs.LrsTests.statement;
import static org.lmskit.xapi.lrs.LrsTests.voiding;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.Attachment;
import org.lmskit.xapi.Context;
import org.lmskit.xapi.DocumentContent;
import org.lmskit.xapi.DocumentSet;
import org.lmskit.xapi.Identifier;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.LanguageMap;
import org.lmskit.xapi.LearningRecordStore;
import org.lmskit.xapi.Precondition;
import org.lmskit.xapi.Presentation;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementBatch;
import org.lmskit.xapi.StatementQuery;
import org.lmskit.xapi.XapiException;

/** What the LRS learns of activities and people, what it forgets, and what it passes on. */
interface PrivacyAndForwarding extends LrsTests {
  byte[] FILE = "a file".getBytes(StandardCharsets.UTF_8);
  DocumentSet BENS_PROFILE = new DocumentSet.AgentProfile(BEN);
  DocumentSet ANNS_STATE = new DocumentSet.State(FIRE.id(), ANN, null);

  @Test
  default void definitions_of_an_activity_are_merged_and_the_newest_word_counts() {
    lrs()
        .store(Statement.builder(
                ANN, DID, Activity.of("http://example.org/c", "Old", "http://example.org/t"))
            .build());
    storeJson("""
        {"actor":{"mbox":"mailto:ann@example.org"},"verb":{"id":"http://example.org/did"},
         "object":{"id":"http://example.org/c","definition":{"name":{"en-US":"New","de":"Neu"},
         "extensions":{"http://example.org/e":[1.0]}}}}""");

    Activity known = lrs().activity(new Iri("http://example.org/c"));

    assertThat(known.definition().name())
        .isEqualTo(LanguageMap.of("en-US", "New").with("de", "Neu"));
    assertThat(known.definition().type()).isEqualTo(new Iri("http://example.org/t"));
    assertThat(known.definition().extensions().values().values())
        .singleElement()
        .satisfies(value -> assertThat(value.json()).isEqualTo("[1.0]"));
    assertThat(lrs().activity(new Iri("http://example.org/unknown")).definition())
        .isNull();
  }

  @Test
  default void a_person_has_all_names_under_which_he_was_met() {
    lrs()
        .store(List.of(
            statement(id(1), ANN.named("Ann"), DID, FIRE),
            statement(id(2), ANN.named("Ann Smith"), DID, FIRE)));
    lrs().store(statement(id(3), ANN.named("Ann"), DID, FIRE));

    assertThat(lrs().person(ANN).names()).containsExactly("Ann", "Ann Smith");
    assertThat(lrs().person(ANN).identifiers())
        .containsExactly(new Identifier.Mbox("mailto:ann@example.org"));
    assertThat(lrs().person(BEN).names()).isEmpty();
    assertThat(lrs().person(BEN).identifiers()).hasSize(1);
  }

  @Test
  default void a_name_that_no_database_could_keep_does_no_harm() {
    String half = "\\ud800\\u0000";
    List<UUID> ids = storeJson("""
        {"actor":{"mbox":"mailto:ann@example.org","name":"A%s"},"verb":{"id":"http://example.org/did"},
         "object":{"id":"http://example.org/c","definition":{"name":{"en":"C%s"}}}}""".formatted(half, half));

    assertThat(lrs().find(ids.get(0)).orElseThrow().json()).contains("A\\ud800\\u0000");
    assertThat(lrs().person(ANN).names()).containsExactly("A\uFFFD\uFFFD");
    assertThat(
            lrs().activity(new Iri("http://example.org/c")).definition().name().values())
        .containsEntry("en", "C\ud800\u0000");
  }

  @Test
  default void an_erasure_says_what_it_would_delete_then_deletes_just_that() {
    Context taught = Context.builder().instructor(ANN).build();
    Attachment own = AttachmentKeeping.attachment(FILE, "SHA-256", null);
    lrs()
        .store(AttachmentKeeping.batch(
            Statement.builder(ANN.named("Ann"), DID, FIRE)
                .id(id(1))
                .attachment(own)
                .build(),
            own,
            FILE));
    lrs().store(Statement.builder(BEN, DID, FIRE).id(id(2)).context(taught).build());
    lrs().store(about(id(3), id(1)));
    lrs().store(voiding(id(4), id(1)));
    lrs().putDocument(ANNS_STATE.document("d"), DocumentContent.json("{}"), Precondition.NONE);
    lrs().putDocument(BENS_PROFILE.document("d"), DocumentContent.json("{}"), Precondition.NONE);
    Erasure.Result expected = new Erasure.Result(1, 1, 1, true);

    assertThat(lrs().erasure(ANN).dryRun()).isEqualTo(expected);
    assertThat(lrs().findVoided(id(1), Presentation.EXACT)).isPresent();
    assertThat(lrs().erasure(ANN).run()).isEqualTo(expected);

    assertThat(lrs().findVoided(id(1), Presentation.EXACT)).isEmpty();
    assertThat(ids(StatementQuery.builder().ascending(true))).containsExactly(id(2), id(3), id(4));
    assertThat(lrs().findDocument(ANNS_STATE.document("d"))).isEmpty();
    assertThat(lrs().findDocument(BENS_PROFILE.document("d"))).isPresent();
    assertThat(lrs().person(ANN).names()).isEmpty();
    assertThat(lrs().erasure(ANN).dryRun()).isEqualTo(new Erasure.Result(0, 1, 0, false));
    assertThat(lrs().erasure(ANN).withMentions().run())
        .isEqualTo(new Erasure.Result(1, 0, 0, false));
    assertThat(lrs().find(id(2))).isEmpty();
  }

  @Test
  default void an_erasure_of_many_statements_leaves_none() {
    for (int i = 0; i < 5; i++) {
      List<Statement> batch = new java.util.ArrayList<>();
      for (int j = 0; j < 130; j++) {
        batch.add(statement(id(1000 * i + j), j % 2 == 0 ? ANN : BEN, DID, FIRE));
      }
      lrs().store(batch);
    }

    assertThat(lrs().erasure(ANN).run().statements()).isEqualTo(325);

    assertThat(lrs().erasure(ANN).dryRun().statements()).isZero();
    assertThat(allIds(StatementQuery.ALL)).hasSize(325);
  }

  @Test
  default void an_attachment_goes_with_the_last_statement_that_needs_it() {
    Attachment file = AttachmentKeeping.attachment(FILE, "SHA-256", null);
    lrs()
        .store(AttachmentKeeping.batch(
            Statement.builder(ANN, DID, FIRE).id(id(1)).attachment(file).build(), file, FILE));
    lrs()
        .store(AttachmentKeeping.batch(
            Statement.builder(BEN, DID, FIRE).id(id(2)).attachment(file).build(), file, FILE));

    lrs().erasure(ANN).run();

    assertThat(lrs()
            .find(id(2), Presentation.EXACT.withAttachments())
            .orElseThrow()
            .attachments())
        .hasSize(1);
    lrs().erasure(BEN).run();
    lrs()
        .store(AttachmentKeeping.batch(
            Statement.builder(ANN, DID, FIRE).id(id(3)).attachment(file).build(), file, FILE));
    assertThat(lrs()
            .find(id(3), Presentation.EXACT.withAttachments())
            .orElseThrow()
            .attachments())
        .hasSize(1);
  }

  @Test
  default void statements_are_forwarded_in_order_with_their_files_and_only_once() {
    Lrs other = other();
    Attachment file = AttachmentKeeping.attachment(FILE, "SHA-256", null);
    for (int i = 1; i <= 250; i++) {
      lrs().store(statement(id(i), i % 2 == 0 ? ANN : BEN, DID, FIRE));
    }
    lrs()
        .store(AttachmentKeeping.batch(
            Statement.builder(ANN, DID, FIRE).id(id(251)).attachment(file).build(), file, FILE));
    Forwarder forwarder =
        lrs().forwarder("other", other, StatementQuery.builder().agent(ANN).build());
    assertThat(forwarder.status().waiting()).isTrue();

    Forwarder.Status status = forwarder.pump(Duration.ofMinutes(1));

    assertThat(status.waiting()).isFalse();
    List<UUID> forwarded = LrsTests.ids(
        other.query(StatementQuery.builder().limit(500).ascending(true).build()));
    assertThat(forwarded).hasSize(126).isSorted().endsWith(id(251)).doesNotContain(id(1));
    assertThat(other
            .find(id(251), Presentation.EXACT.withAttachments())
            .orElseThrow()
            .attachments())
        .hasSize(1);
    assertThat(other.find(id(2)).orElseThrow().statement().timestamp()).isEqualTo(START);
    lrs().store(statement(id(300), ANN, DID, WATER));
    lrs()
        .forwarder("other", other, StatementQuery.builder().agent(ANN).build())
        .pump(Duration.ofMinutes(1));
    assertThat(other.find(id(300))).isPresent();
  }

  @Test
  default void a_statement_that_is_refused_for_good_holds_up_nobody() {
    Lrs other = other();
    other.store(statement(id(7), BEN, SAW, WATER));
    for (int i = 1; i <= 20; i++) {
      lrs().store(statement(id(i), ANN, DID, FIRE));
    }

    Forwarder.Status status =
        lrs().forwarder("other", other, StatementQuery.ALL).pump(Duration.ofMinutes(1));

    assertThat(status)
        .isEqualTo(new Forwarder.Status(
            false, 0, java.time.Instant.EPOCH, 1, List.of(id(7).toString())));
    assertThat(LrsTests.ids(other.query(StatementQuery.ALL))).hasSize(20);
    assertThat(other.find(id(7)).orElseThrow().statement().actor()).isEqualTo(BEN);
  }

  @Test
  default void a_target_that_fails_is_tried_again_later_from_the_same_place() {
    Lrs other = other();
    Lrs forbidden = other.as(new org.lmskit.xapi.Access(ANN, java.util.Set.of()));
    lrs().store(statement(id(1), ANN, DID, FIRE));

    Forwarder.Status failed =
        lrs().forwarder("other", forbidden, StatementQuery.ALL).pump(Duration.ofMinutes(1));

    assertThat(failed.failures()).isEqualTo(1);
    assertThat(failed.waiting()).isTrue();
    assertThat(failed.retryAt()).isEqualTo(START.plusSeconds(1));
    Forwarder next = lrs().forwarder("other", other, StatementQuery.ALL);
    next.pump(Duration.ofMinutes(1));
    assertThat(other.find(id(1))).as("too early").isEmpty();
    clock().advance(Duration.ofSeconds(1));
    assertThat(next.pump(Duration.ofMinutes(1)).failures()).isZero();
    assertThat(other.find(id(1))).isPresent();
  }

  @Test
  default void a_target_that_asks_to_wait_is_left_alone_until_then() {
    Lrs other = other();
    lrs().store(statement(id(1), ANN, DID, FIRE));
    LearningRecordStore busy =
        failing(other, new XapiException(429, "busy", List.of(), Duration.ofMinutes(10)));
    Forwarder forwarder = lrs().forwarder("other", busy, StatementQuery.ALL);

    Forwarder.Status status = forwarder.pump(Duration.ofMinutes(1));

    assertThat(status.retryAt()).isEqualTo(START.plus(Duration.ofMinutes(10)));
    clock().advance(Duration.ofMinutes(10));
    assertThat(forwarder.pump(Duration.ofMinutes(1)).waiting()).isFalse();
    assertThat(other.find(id(1))).isPresent();
  }

  /** A store that fails once, then passes on. */
  private static LearningRecordStore failing(LearningRecordStore store, XapiException failure) {
    AtomicBoolean failed = new AtomicBoolean();
    return (LearningRecordStore) Proxy.newProxyInstance(
        PrivacyAndForwarding.class.getClassLoader(),
        new Class<?>[] {LearningRecordStore.class},
        (proxy, method, arguments) -> {
          if (!failed.getAndSet(true)) throw failure;
          return store.store((StatementBatch) arguments[0]);
        });
  }

  private Lrs other() {
    return lrs().tenant(new org.lmskit.model.TenantId("other-" + UUID.randomUUID()));
  }
}
