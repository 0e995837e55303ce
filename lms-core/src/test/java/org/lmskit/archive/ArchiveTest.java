package org.lmskit.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.LmsModule;
import org.lmskit.RandomHistory;
import org.lmskit.TestLms;
import org.lmskit.catalog.Course;
import org.lmskit.contract.Stores;
import org.lmskit.event.LmsEvent;
import org.lmskit.learning.TestContent;
import org.lmskit.ledger.ProofBundle;
import org.lmskit.ledger.ProofVerifier;
import org.lmskit.model.CourseId;
import org.lmskit.model.PrincipalId;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.model.TenantId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Store;
import org.lmskit.store.Stored;
import org.lmskit.viewing.ViewingRule;

class ArchiveTest {
  private static final TenantId ACME = new TenantId("acme");

  private final TestLms test = new TestLms();

  @Test
  void an_archive_passes_from_store_to_store_and_stays_equal() {
    Lms first = lived(test, 5);
    byte[] archive = export(first);

    try (Store sqlite = Stores.sqlite(Lms.KINDS, TestContent.KINDS);
        Store postgres = Stores.postgres(Lms.KINDS, TestContent.KINDS)) {
      TestLms second = new TestLms(sqlite);
      engine(second).archive().importFrom(in(archive));
      TestLms third = new TestLms(postgres);
      engine(third).archive().importFrom(in(export(engine(second))));
      TestLms fourth = new TestLms();
      engine(fourth).archive().importFrom(in(export(engine(third))));

      assertThat(records(sqlite, TenantId.DEFAULT))
          .isEqualTo(records(test.store, TenantId.DEFAULT));
      assertThat(records(postgres, TenantId.DEFAULT)).isEqualTo(records(sqlite, TenantId.DEFAULT));
      assertThat(records(fourth.store, TenantId.DEFAULT))
          .isEqualTo(records(postgres, TenantId.DEFAULT));
      assertThat(blobs(fourth)).isEqualTo(blobs(test)).isNotEmpty();
      assertThat(second.heard).isEmpty();
      assertProofs(first, engine(fourth));
    }
  }

  @Test
  void an_imported_tenant_lives_on_as_the_original_would() {
    Lms original = lived(test, 6);
    TestLms other = new TestLms();
    other.time.set(test.time.get());
    AtomicInteger next = new AtomicInteger();
    Lms copy = other
        .builder()
        .ids(() -> String.format(Locale.ROOT, "copy-%09d", next.incrementAndGet()))
        .module(LmsModule.of(TestContent.KINDS, TestContent.TYPE))
        .build();
    copy.archive().importFrom(in(export(original)));
    other.continueIdsOf(test);

    new RandomHistory(test, new Random(9)).live(original, 30);
    new RandomHistory(other, new Random(9)).live(copy, 30);
    copy.ledger().seal();
    original.ledger().seal();

    assertThat(other.heard).hasSizeGreaterThan(10);
    assertThat(copy.ledger().size()).isEqualTo(original.ledger().size());
    assertThat(copy.replay(new InMemoryStore())).isEqualTo(copy.ledger().size());
  }

  @Test
  void an_import_that_broke_off_goes_on_where_it_was() {
    Lms original = lived(test, 7);
    byte[] archive = export(original);
    for (int part : List.of(1, 3, 7)) {
      TestLms other = new TestLms();
      Lms copy = engine(other);
      byte[] cut = Arrays.copyOf(archive, archive.length / 8 * part);

      assertThatThrownBy(() -> copy.archive().importFrom(in(cut)))
          .isInstanceOfSatisfying(
              RejectedException.class,
              e -> assertThat(e.reason()).isEqualTo(ArchiveReason.ARCHIVE_INCOMPLETE));
      ArchiveReport report = copy.archive().importFrom(in(archive));

      assertThat(records(other.store, TenantId.DEFAULT))
          .isEqualTo(records(test.store, TenantId.DEFAULT));
      assertThat(report.digest()).isEqualTo(lastDigest(archive));
    }
  }

  @Test
  void what_is_damaged_or_does_not_belong_is_refused() {
    byte[] archive = export(lived(test, 8));
    String text = new String(archive, StandardCharsets.UTF_8);
    int begin = text.indexOf("\"Item\"");
    String changed = text.substring(0, begin)
        + text.substring(begin).replaceFirst("Policy 1|Part|Job", "Changed");

    assertRefused(changed, engine(new TestLms()), ArchiveReason.ARCHIVE_DAMAGED);
    assertRefused("{}\n", engine(new TestLms()), ArchiveReason.ARCHIVE_DAMAGED);
    assertRefused("", engine(new TestLms()), ArchiveReason.ARCHIVE_INCOMPLETE);
    assertRefused(text, engine(new TestLms()).tenant(ACME), ArchiveReason.OTHER_TENANT);
    assertRefused(text, engine(test), ArchiveReason.TENANT_NOT_EMPTY);
    assertRefused(text, new TestLms().start(), ArchiveReason.KIND_UNKNOWN);
  }

  @Test
  void the_rest_of_another_archive_is_not_taken_for_this_one() {
    Lms lms = lived(test, 5);
    byte[] archive = export(lms);
    byte[] other = export(lms);
    Lms copy = engine(new TestLms());
    assertThatThrownBy(() -> copy.archive().importFrom(in(Arrays.copyOf(archive, 9_000))))
        .isInstanceOf(RejectedException.class);

    assertRefused(new String(other, StandardCharsets.UTF_8), copy, ArchiveReason.OTHER_ARCHIVE);
  }

  @Test
  void a_deleted_tenant_leaves_nothing_and_others_lose_nothing() {
    for (Store store : List.of(
        new InMemoryStore(),
        Stores.sqlite(Lms.KINDS, TestContent.KINDS),
        Stores.postgres(Lms.KINDS, TestContent.KINDS))) {
      try (store) {
        TestLms shared = new TestLms(store);
        Lms lms = lived(shared, 11);
        Lms acme = lms.tenant(ACME);
        new RandomHistory(shared, new Random(12)).live(acme, 40);
        acme.ledger().seal();
        acme.scope().content().put(ACME, in("acme's".getBytes(StandardCharsets.UTF_8)), 99);
        var kept = records(store, TenantId.DEFAULT);
        var keptBlobs = blobs(shared);
        assertThat(records(store, ACME)).isNotEmpty();

        acme.archive().delete();

        assertThat(records(store, ACME)).isEmpty();
        assertThat(store.tenants()).containsExactly(TenantId.DEFAULT);
        shared.content.each(ACME, Instant.MAX, blob -> assertThat(blob).isNull());
        assertThat(records(store, TenantId.DEFAULT)).isEqualTo(kept);
        assertThat(blobs(shared)).isEqualTo(keptBlobs);
      }
    }
  }

  private void assertRefused(String archive, Lms lms, ArchiveReason reason) {
    assertThatThrownBy(() -> lms.archive().importFrom(in(archive.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOfSatisfying(
            RejectedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static void assertProofs(Lms original, Lms copy) {
    List<String> entries = new ArrayList<>();
    copy.ledger().entries(entries::add);
    List<String> originals = new ArrayList<>();
    original.ledger().entries(originals::add);
    assertThat(entries).isEqualTo(originals).isNotEmpty();
    assertThat(copy.ledger().signedHead()).isEqualTo(original.ledger().signedHead());
    events(copy).forEach(event -> {
      ProofBundle proof = copy.ledger().proof(event.id());
      assertThat(proof).isEqualTo(original.ledger().proof(event.id()));
      assertThat(ProofVerifier.verify(proof.toJson().getBytes(StandardCharsets.UTF_8))
              .valid())
          .isTrue();
    });
  }

  private static List<LmsEvent> events(Lms lms) {
    return lms.scope()
        .read(
            "test",
            "",
            reader -> reader.list(Query.of(lms.scope().engine().events()).limit(40)).stream()
                .map(Stored::value)
                .toList());
  }

  private static Lms lived(TestLms test, long seed) {
    Lms lms = engine(test);
    lms.catalog()
        .publish(Course.of("reading", "Reading")
            .unit("r1", "Read", test.page("to be read", ViewingRule.OPENED)));
    lms.enrollments().enroll(TestLms.ANN, new CourseId("reading"));
    new RandomHistory(test, new Random(seed)).live(lms.as(new PrincipalId("hr-7")), 60);
    lms.ledger().seal();
    test.heard.clear();
    return lms;
  }

  private static Lms engine(TestLms test) {
    return test.builder()
        .module(LmsModule.of(TestContent.KINDS, TestContent.TYPE))
        .build();
  }

  private static byte[] export(Lms lms) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    lms.archive().exportTo(out);
    return out.toByteArray();
  }

  private static InputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static Sha256 lastDigest(byte[] archive) {
    ArchiveReader reader = new ArchiveReader(in(archive));
    ArchiveLine line = reader.next();
    while (!(line instanceof ArchiveLine.End)) {
      line = reader.next();
    }
    return ((ArchiveLine.End) line).digest();
  }

  private static List<String> blobs(TestLms test) {
    List<String> all = new ArrayList<>();
    test.content.each(
        TenantId.DEFAULT, Instant.MAX, blob -> all.add(blob.hash() + " " + blob.size()));
    return all.stream().sorted().toList();
  }

  /** Everything of a tenant: ids, versions, positions and bodies, by kind. */
  private static TreeMap<String, List<String>> records(Store store, TenantId tenant) {
    TreeMap<String, List<String>> all = new TreeMap<>();
    List<Kind<?>> kinds = new ArrayList<>(Lms.KINDS.kinds());
    kinds.addAll(TestContent.KINDS.kinds());
    for (Kind<?> kind : kinds) {
      List<String> found = store.read(
          tenant,
          reader -> reader.list(Query.of(kind)).stream()
              .map(s -> s.id() + " " + s.version() + " " + s.position() + " " + s.body())
              .sorted()
              .toList());
      if (!found.isEmpty()) {
        all.put(kind.name(), found);
      }
    }
    return all;
  }
}
