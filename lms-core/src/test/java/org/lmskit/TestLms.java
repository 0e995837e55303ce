package org.lmskit;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.UnitContent;
import org.lmskit.content.Blob;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.PageRequest;
import org.lmskit.model.TenantId;
import org.lmskit.model.UnitId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Store;
import org.lmskit.viewing.Viewable;
import org.lmskit.viewing.ViewingRule;

/** An engine whose clock a test sets, with a listener that remembers everything. */
public final class TestLms {
  public static final LearnerId ANN = new LearnerId("ann");
  public static final LearnerId BEN = new LearnerId("ben");
  public static final CourseId FIRE_SAFETY = new CourseId("fire-safety");
  public static final UnitId U1 = new UnitId("u1");
  public static final UnitId U2 = new UnitId("u2");
  public static final PageRequest ALL = PageRequest.first(1_000);

  /** What convinces the host of who signs. */
  public static final String PROOF = "second factor";

  public final AtomicReference<Instant> time =
      new AtomicReference<>(Instant.parse("2026-03-02T08:00:00Z"));
  public final InMemoryContentStore content;
  public final Store store;
  public final List<LmsEvent> heard = new ArrayList<>();
  private final AtomicInteger nextId = new AtomicInteger();
  private final Random random = new Random(1);

  public TestLms() {
    this(new InMemoryStore());
  }

  public TestLms(Store store) {
    this.store = store;
    this.content = new InMemoryContentStore(clock());
  }

  public Lms.Builder builder() {
    return Lms.on(store, content)
        .clock(clock())
        .ids(() ->
            String.format(Locale.ROOT, "00000000-0000-7000-8000-%012d", nextId.incrementAndGet()))
        .random(random)
        .zone(tenant -> ZoneId.of("Europe/Lisbon"))
        .signatures(claim -> claim.proof().equals(PROOF))
        .listener("test", (tenant, events) -> heard.addAll(events));
  }

  public Lms start() {
    return builder().build();
  }

  public void pass(Duration duration) {
    time.updateAndGet(now -> now.plus(duration));
  }

  /** Gives the ids and random numbers next that another engine gives next, for comparing what both do. */
  public void continueIdsOf(TestLms other) {
    nextId.set(other.nextId.get());
    random.setSeed(nextId.get());
    other.random.setSeed(nextId.get());
  }

  public Blob blob(String text) {
    return content.put(
        TenantId.DEFAULT,
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        Long.MAX_VALUE);
  }

  public UnitContent page(String text, ViewingRule rule) {
    return Viewable.page(blob(text), rule);
  }

  /** Fire safety: two pages that are read by opening them. */
  public Course fireSafety() {
    return Course.of("fire-safety", "Fire safety")
        .unit("u1", "Alarms", page("alarms", ViewingRule.OPENED))
        .unit("u2", "Extinguishers", page("extinguishers", ViewingRule.OPENED));
  }

  /** The names of the types of all events heard since the last call. */
  public List<String> events() {
    List<String> names =
        heard.stream().map(event -> event.getClass().getSimpleName()).toList();
    heard.clear();
    return names;
  }

  public Clock clock() {
    InstantSource source = time::get;
    return source.withZone(ZoneOffset.UTC);
  }
}
