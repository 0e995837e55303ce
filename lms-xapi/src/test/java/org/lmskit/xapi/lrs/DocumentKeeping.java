package org.lmskit.xapi.lrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.xapi.lrs.LrsTests.assertStatus;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lmskit.xapi.Access;
import org.lmskit.xapi.Document;
import org.lmskit.xapi.DocumentContent;
import org.lmskit.xapi.DocumentId;
import org.lmskit.xapi.DocumentSet;
import org.lmskit.xapi.Precondition;
import org.lmskit.xapi.Scope;

/** Communication 2.2, 2.3, 2.6, 2.7 and 3.1. */
interface DocumentKeeping extends LrsTests {
  UUID CYCLE_1 = UUID.fromString("11111111-1111-4111-8111-111111111111");
  UUID CYCLE_2 = UUID.fromString("22222222-2222-4222-8222-222222222222");
  DocumentSet.State STATE = new DocumentSet.State(FIRE.id(), ANN, null);
  DocumentSet ACTIVITY_PROFILE = new DocumentSet.ActivityProfile(FIRE.id());
  DocumentSet AGENT_PROFILE = new DocumentSet.AgentProfile(ANN);

  @Test
  default void a_document_of_any_size_and_type_is_returned_byte_for_byte() {
    byte[] binary = {0, 1, (byte) 0xFF, (byte) 0xC3, 10, 0};
    byte[] large = "0123456789abcdef".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    byte[] text = "Zürich \u0000 \uD83D\uDE00".getBytes(StandardCharsets.UTF_8);

    for (DocumentSet set : new DocumentSet[] {STATE, ACTIVITY_PROFILE, AGENT_PROFILE}) {
      for (byte[] bytes : new byte[][] {binary, large, text, new byte[0]}) {
        DocumentContent content = new DocumentContent("application/x-thing; a=b", bytes);
        Document put = lrs().putDocument(set.document("d"), content, Precondition.NONE);
        Document found = lrs().findDocument(set.document("d")).orElseThrow();
        assertThat(found.content()).isEqualTo(content);
        assertThat(found.etag()).isEqualTo(put.etag()).isEqualTo(Document.etagOf(content));
      }
    }
  }

  @Test
  default void documents_of_different_sets_do_not_meet() {
    put(STATE.document("d"), "state");
    put(new DocumentSet.State(FIRE.id(), ANN, CYCLE_1).document("d"), "cycle");
    put(new DocumentSet.State(FIRE.id(), BEN, null).document("d"), "ben");
    put(ACTIVITY_PROFILE.document("d"), "activity");
    put(AGENT_PROFILE.document("d"), "agent");

    assertThat(text(STATE.document("d"))).isEqualTo("state");
    assertThat(text(new DocumentSet.State(FIRE.id(), ANN, CYCLE_1).document("d")))
        .isEqualTo("cycle");
    assertThat(text(new DocumentSet.State(FIRE.id(), BEN, null).document("d"))).isEqualTo("ben");
    assertThat(text(ACTIVITY_PROFILE.document("d"))).isEqualTo("activity");
    assertThat(text(AGENT_PROFILE.document("d"))).isEqualTo("agent");
    assertThat(lrs().findDocument(AGENT_PROFILE.document("e"))).isEmpty();
  }

  @Test
  default void merging_replaces_top_level_members_and_keeps_the_rest_to_the_letter() {
    DocumentId id = STATE.document("d");
    lrs()
        .mergeDocument(
            id, DocumentContent.json("{\"a\":1.10,\"b\":{\"x\":1,\"y\":2}}"), Precondition.NONE);

    lrs()
        .mergeDocument(id, DocumentContent.json("{\"b\":{\"z\":3},\"c\":null}"), Precondition.NONE);

    assertThat(text(id)).isEqualTo("{\"a\":1.10,\"b\":{\"z\":3},\"c\":null}");
  }

  @Test
  default void only_json_objects_are_merged() {
    put(STATE.document("text"), "x");
    lrs().putDocument(STATE.document("list"), DocumentContent.json("[1]"), Precondition.NONE);
    lrs().putDocument(STATE.document("json"), DocumentContent.json("{}"), Precondition.NONE);
    DocumentContent object = DocumentContent.json("{\"a\":1}");

    assertStatus(400, () -> lrs().mergeDocument(STATE.document("text"), object, Precondition.NONE));
    assertStatus(400, () -> lrs().mergeDocument(STATE.document("list"), object, Precondition.NONE));
    assertStatus(400, () -> merge(STATE.document("json"), DocumentContent.json("[2]")));
    assertStatus(400, () -> merge(STATE.document("json"), DocumentContent.json("{\"a\":}")));
    assertStatus(400, () -> merge(STATE.document("new"), DocumentContent.json("{\"a\":}")));
    assertStatus(400, () -> merge(STATE.document("json"), plain("{\"a\":1}")));
    assertThat(text(STATE.document("json"))).isEqualTo("{}");
    assertThat(merge(STATE.document("other"), plain("x")).content()).isEqualTo(plain("x"));
  }

  @Test
  default void preconditions_guard_put_merge_and_delete() {
    DocumentId id = ACTIVITY_PROFILE.document("d");
    Document first = lrs().putDocument(id, DocumentContent.json("{}"), Precondition.IF_ABSENT);
    Precondition same = Precondition.ifMatch(first.etag());
    DocumentContent next = DocumentContent.json("{\"a\":1}");
    Precondition required = new Precondition(null, null, true);

    assertStatus(412, () -> lrs().putDocument(id, next, Precondition.IF_ABSENT));
    assertStatus(412, () -> lrs().putDocument(id, next, Precondition.ifMatch("0".repeat(40))));
    assertStatus(409, () -> lrs().putDocument(id, next, required));
    assertThat(text(id)).isEqualTo("{}");
    lrs().putDocument(id, next, same);
    assertStatus(412, () -> lrs().mergeDocument(id, next, same));
    assertStatus(412, () -> lrs().deleteDocument(id, same));
    lrs().deleteDocument(id, Precondition.ifMatch(Document.etagOf(next)));
    assertThat(lrs().findDocument(id)).isEmpty();
  }

  @Test
  default void lists_the_ids_changed_since_an_instant() {
    put(STATE.document("a"), "1");
    clock().advance(Duration.ofMillis(5));
    Instant between = clock().instant();
    put(STATE.document("b"), "1");
    put(STATE.document("c"), "1");
    clock().advance(Duration.ofMillis(5));
    put(STATE.document("a"), "2");

    assertThat(lrs().documentIds(STATE, null)).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(lrs().documentIds(STATE, between)).containsExactly("a");
    assertThat(lrs().documentIds(STATE, START)).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(lrs().documentIds(AGENT_PROFILE, null)).isEmpty();
  }

  @Test
  default void two_changes_in_one_millisecond_are_told_apart() {
    Instant first = put(STATE.document("a"), "1").updated();

    put(STATE.document("a"), "2");

    assertThat(lrs().documentIds(STATE, first)).containsExactly("a");
  }

  @Test
  default void state_is_listed_and_deleted_with_and_without_registration() {
    DocumentSet.State one = new DocumentSet.State(FIRE.id(), ANN, CYCLE_1);
    DocumentSet.State two = new DocumentSet.State(FIRE.id(), ANN, CYCLE_2);
    DocumentSet.State bens = new DocumentSet.State(FIRE.id(), BEN, null);
    put(STATE.document("free"), "x");
    put(one.document("s"), "x");
    put(two.document("s"), "x");
    put(two.document("t"), "x");
    put(bens.document("s"), "x");

    assertThat(lrs().documentIds(one, null)).containsExactly("s");
    assertThat(lrs().documentIds(STATE, null)).containsExactlyInAnyOrder("free", "s", "t");
    lrs().deleteDocuments(one);
    assertThat(lrs().documentIds(one, null)).isEmpty();
    assertThat(lrs().documentIds(two, null)).containsExactlyInAnyOrder("s", "t");
    lrs().deleteDocuments(STATE);
    assertThat(lrs().documentIds(STATE, null)).isEmpty();
    assertThat(lrs().documentIds(two, null)).isEmpty();
    assertThat(lrs().documentIds(bens, null)).containsExactly("s");
  }

  @Test
  default void scopes_open_state_and_profiles_separately() {
    Lrs state = lrs().as(new Access(ANN, Set.of(Scope.STATE)));
    Lrs profile = lrs().as(new Access(ANN, Set.of(Scope.PROFILE)));
    Lrs reader = lrs().as(new Access(ANN, Set.of(Scope.ALL_READ)));
    put(STATE.document("d"), "x");

    assertThat(state.findDocument(STATE.document("d"))).isPresent();
    assertThat(reader.findDocument(STATE.document("d"))).isPresent();
    assertStatus(403, () -> profile.findDocument(STATE.document("d")));
    assertStatus(403, () -> state.documentIds(AGENT_PROFILE, null));
    assertStatus(403, () -> reader.deleteDocuments(STATE));
    assertStatus(403, () -> reader.putDocument(STATE.document("d"), plain("y"), Precondition.NONE));
  }

  @Test
  default void a_document_beyond_the_limit_is_refused() {
    byte[] bytes = new byte[LrsLimits.DEFAULT.document() + 1];
    DocumentContent content = new DocumentContent("application/octet-stream", bytes);

    assertStatus(413, () -> lrs().putDocument(STATE.document("d"), content, Precondition.NONE));
  }

  @Test
  default void a_content_type_that_would_break_the_headers_of_an_answer_is_refused() {
    assertThatThrownBy(() -> new DocumentContent("text/plain\r\nX-Evil: 1", new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Document put(DocumentId id, String text) {
    return lrs().putDocument(id, plain(text), Precondition.NONE);
  }

  private Document merge(DocumentId id, DocumentContent content) {
    return lrs().mergeDocument(id, content, Precondition.NONE);
  }

  private String text(DocumentId id) {
    return lrs().findDocument(id).orElseThrow().content().text();
  }

  private static DocumentContent plain(String text) {
    return new DocumentContent("text/plain", text.getBytes(StandardCharsets.UTF_8));
  }
}
