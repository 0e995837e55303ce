package org.lmskit.internal;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.lmskit.event.LmsEvent;
import org.lmskit.event.LmsListener;
import org.lmskit.model.ConflictException;
import org.lmskit.model.TenantId;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners what was committed: at least once, in order. Each has a durable position per
 * tenant; a lease keeps two JVMs from telling one listener at a time, and nobody waits for it.
 */
public final class Deliveries {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
  private static final int BATCH = 200;

  private final Map<String, LmsListener> listeners;
  private final String engineId;
  private final Map<Key, AtomicInteger> asked = new ConcurrentHashMap<>();

  private record Key(TenantId tenant, String listener) {}

  private record Next(Optional<Stored<ListenerPosition>> place, List<Stored<LmsEvent>> events) {
    ListenerPosition place(String listener) {
      return place.map(Stored::value).orElseGet(() -> ListenerPosition.start(listener));
    }
  }

  /**
   * Deliveries to these listeners, by name.
   *
   * @param engineId tells this engine from others on the same store
   */
  public Deliveries(Map<String, LmsListener> listeners, String engineId) {
    this.listeners = Collections.unmodifiableMap(new LinkedHashMap<>(listeners));
    this.engineId = engineId;
  }

  /** Tells every listener what is new, except those that somebody else is telling. */
  public void afterCommit(Engine engine, TenantId tenant) {
    listeners.keySet().forEach(name -> tell(engine, new Key(tenant, name)));
  }

  /** How many events of a tenant each listener has not heard yet, by name. */
  public Map<String, Long> waiting(Engine engine, TenantId tenant) {
    Map<String, Long> waiting = new LinkedHashMap<>();
    engine.store().read(tenant, reader -> {
      listeners.keySet().stream()
          .sorted()
          .forEach(name -> waiting.put(name, lag(engine, reader, name)));
      return waiting;
    });
    return waiting;
  }

  /** How often in a row telling each listener failed, by name; without those that take what they are told. */
  public Map<String, Integer> failing(Engine engine, TenantId tenant) {
    List<ListenerPosition> failing = engine
        .store()
        .read(
            tenant,
            reader -> reader.findAll(ListenerPosition.KIND, listeners.keySet()).stream()
                .map(Stored::value)
                .filter(place -> place.failures() > 0)
                .toList());
    Map<String, Integer> tries = new TreeMap<>();
    failing.forEach(place -> tries.put(place.listener(), place.failures()));
    return tries;
  }

  private static long lag(Engine engine, Reader reader, String listener) {
    long heard = reader
        .find(ListenerPosition.KIND, listener)
        .map(stored -> stored.value().position())
        .orElse(0L);
    return countAfter(engine, reader, heard);
  }

  private static long countAfter(Engine engine, Reader reader, long position) {
    long[] count = {0};
    reader.each(Query.of(engine.events()).afterPosition(position), stored -> count[0]++);
    return count[0];
  }

  /** One thread tells; who comes meanwhile only leaves word that there is more. */
  private void tell(Engine engine, Key key) {
    AtomicInteger calls = asked.computeIfAbsent(key, k -> new AtomicInteger());
    if (calls.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      try {
        tellAll(engine, key);
      } catch (RuntimeException e) {
        calls.set(0);
        throw e;
      }
      seen = calls.addAndGet(-seen);
    } while (seen != 0);
  }

  private void tellAll(Engine engine, Key key) {
    boolean more = true;
    while (more) {
      more = tellOnce(engine, key);
    }
  }

  private boolean tellOnce(Engine engine, Key key) {
    Next next = next(engine, key);
    Instant now = engine.now();
    ListenerPosition place = next.place(key.listener());
    if (next.events().isEmpty() || !place.mayBeTaken(engineId, now)) {
      return false;
    }
    if (!place.isHeldFor(engineId, now)) {
      return keep(engine, key, next, place.leased(engineId, now));
    }
    return keep(engine, key, next, call(key, place, next.events(), now))
        && next.events().size() == BATCH;
  }

  private ListenerPosition call(
      Key key, ListenerPosition place, List<Stored<LmsEvent>> events, Instant now) {
    try {
      LmsListener listener = Objects.requireNonNull(listeners.get(key.listener()));
      listener.on(key.tenant(), events.stream().map(Stored::value).toList());
      return place.taken(engineId, events.get(events.size() - 1).position(), now);
    } catch (RuntimeException e) { // the host's code: it must stop nobody but itself
      LOG.warn(
          "listener {} of tenant {} failed {} times in a row; it is tried again later",
          key.listener(),
          key.tenant(),
          place.failures() + 1,
          e);
      return place.failed(now);
    }
  }

  private Next next(Engine engine, Key key) {
    return engine.store().read(key.tenant(), reader -> {
      Optional<Stored<ListenerPosition>> place = reader.find(ListenerPosition.KIND, key.listener());
      long heard = place.map(stored -> stored.value().position()).orElse(0L);
      return new Next(
          place, reader.list(Query.of(engine.events()).afterPosition(heard).limit(BATCH)));
    });
  }

  private boolean keep(Engine engine, Key key, Next next, ListenerPosition place) {
    try {
      return engine.store().write(key.tenant(), engine.now(), tx -> {
        if (next.place().isPresent()) {
          tx.update(next.place().get(), place);
        } else {
          tx.insert(ListenerPosition.KIND, place);
        }
        return place.failures() == 0 || place.holder() != null;
      });
    } catch (ConflictException e) {
      LOG.debug("another engine tells listener {}", key.listener());
      return false;
    }
  }
}
