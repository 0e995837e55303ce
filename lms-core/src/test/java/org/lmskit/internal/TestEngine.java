package org.lmskit.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.lmskit.content.ContentStore;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.event.LmsEvent;
import org.lmskit.event.LmsListener;
import org.lmskit.internal.TestEvent.Followed;
import org.lmskit.internal.TestEvent.Happened;
import org.lmskit.model.Authorizer;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.TenantId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Store;
import org.lmskit.store.Stored;

/** An engine in memory with a clock that a test sets. */
final class TestEngine {
  static final Kind<LmsEvent> EVENTS = EventKind.of(List.of(TestEvent.class));
  static final LearnerKey ANN = new LearnerKey("ann-key");
  static final TenantId ACME = new TenantId("acme");

  final Reactions.Builder reactions = new Reactions.Builder();
  final Questions.Builder questions = new Questions.Builder();
  final TimerHandlers.Builder timers = new TimerHandlers.Builder();
  final Map<String, LmsListener> listeners = new LinkedHashMap<>();
  final AtomicReference<Instant> time =
      new AtomicReference<>(Instant.parse("2026-03-01T08:00:00Z"));
  final AtomicInteger nextId = new AtomicInteger();
  RandomGenerator random = new Random(1);
  Store store = new InMemoryStore();
  ContentStore content = new InMemoryContentStore(clock());
  Authorizer authorizer = Authorizer.ALLOW_ALL;

  Scope start(String engineId) {
    return Scope.of(new Engine(
        store,
        content,
        clock(),
        () -> String.format("id-%06d", nextId.incrementAndGet()),
        random,
        tenant -> ZoneId.of("Europe/Lisbon"),
        authorizer,
        EVENTS,
        reactions.build(),
        questions.build(),
        timers.build(),
        new Deliveries(listeners, engineId)));
  }

  Scope start() {
    return start("engine-1");
  }

  void pass(Duration duration) {
    time.updateAndGet(now -> now.plus(duration));
  }

  Clock clock() {
    InstantSource source = time::get;
    return source.withZone(ZoneOffset.UTC);
  }

  List<String> recorded(Scope scope) {
    List<String> all = new ArrayList<>();
    store.read(scope.tenant(), reader -> {
      reader.each(Query.of(EVENTS), (Stored<LmsEvent> stored) -> all.add(text(stored.value())));
      return all;
    });
    return all;
  }

  static String text(LmsEvent event) {
    if (event instanceof Happened happened) {
      return happened.what();
    }
    return "-> " + ((Followed) event).what();
  }

  static void happen(Scope scope, String what) {
    scope.write("test.happen", "", operation -> {
      operation.record(new Happened(operation.header(), what));
      return what;
    });
  }

  /** Replaces the timers of an owner. */
  static void set(Scope scope, String owner, Timer... next) {
    scope.write("test", "", op -> {
      op.replaceTimers(owner, List.of(next));
      return "";
    });
  }

  /** Sees to all that is due, tries again what failed, and tells what failed still. */
  static List<TimerFailure> failures(Scope scope) {
    Advancing advancing = scope.engine().timers().advancing(scope);
    while (advancing.step() || advancing.retry()) {}
    return advancing.failures();
  }
}
