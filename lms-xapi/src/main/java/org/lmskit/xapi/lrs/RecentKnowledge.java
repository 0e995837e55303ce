package org.lmskit.xapi.lrs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.TenantId;

/**
 * What this LRS stored last about activities and names, so that statements that say the same once more
 * need not look. It counts only while nobody else wrote to the tenant, which his position tells: whoever
 * changes knowledge moves it.
 */
final class RecentKnowledge {
  private static final int MOST_RECORDS = 20_000;
  private static final int MOST_TENANTS = 1_000;

  /**
   * A write.
   *
   * @param from the position that it found under the lock
   * @param to the position that it left
   * @param said marks of what is stored now, by the record's key
   * @param proof the id of a statement that is stored if the write is; null if it stored none
   */
  record Write(
      long from,
      long to,
      Map<String, String> said,
      @Nullable String proof) {}

  /** What was said in an era. */
  private record Said(long era, String mark) {}

  /**
   * A time in which only this LRS wrote, up to a position.
   *
   * @param open writes of which it is not known yet whether they were committed, in their order
   */
  private record Era(long number, long position, List<Write> open) {
    Era with(Write write) {
      List<Write> more = new ArrayList<>(open);
      more.add(write);
      return new Era(number, write.to, List.copyOf(more));
    }

    Era without(Write write, long at) {
      List<Write> fewer = new ArrayList<>(open);
      fewer.remove(write);
      return new Era(number, at, List.copyOf(fewer));
    }
  }

  /** Forgets what was not used for longest. */
  private static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;
    private final int most;

    Recent(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > most;
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Said> records = new Recent<>(MOST_RECORDS);
  private final Map<TenantId, Era> eras = new Recent<>(MOST_TENANTS);
  private final Map<TenantId, Long> committed = new Recent<>(MOST_TENANTS);
  private long lastEra;

  /**
   * The keys of records that may have to change.
   *
   * @param position of the tenant, whose head is held
   * @param said marks of what is said, by key
   * @param isStored whether a statement is stored, as seen by whoever holds the head
   */
  Set<String> unknown(
      TenantId tenant, long position, Map<String, String> said, Predicate<String> isStored) {
    prove(tenant, position, isStored);
    lock.lock();
    try {
      @Nullable Era era = eras.get(tenant);
      if (era == null || era.position != position) {
        return Set.copyOf(said.keySet());
      }
      Set<String> unknown = new HashSet<>();
      said.forEach((key, mark) -> {
        @Nullable Said known = records.get(place(tenant, key));
        if (known == null || known.era != era.number || !known.mark.equals(mark)) {
          unknown.add(key);
        }
      });
      return unknown;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Ends an era whose last write may have failed: somebody else could have left the very same position. Each
   * write asked so for the one before it, so the last is enough.
   */
  private void prove(TenantId tenant, long position, Predicate<String> isStored) {
    List<Write> open = open(tenant, position);
    if (open.isEmpty()) {
      return;
    }
    @Nullable String proof = open.get(open.size() - 1).proof;
    if (proof == null || !isStored.test(proof)) {
      end(tenant);
    }
  }

  private List<Write> open(TenantId tenant, long position) {
    lock.lock();
    try {
      @Nullable Era era = eras.get(tenant);
      return era == null || era.position != position ? List.of() : era.open;
    } finally {
      lock.unlock();
    }
  }

  private void end(TenantId tenant) {
    lock.lock();
    try {
      eras.remove(tenant);
    } finally {
      lock.unlock();
    }
  }

  /** The newest position of a tenant that this LRS knows to be committed, or 0. */
  long position(TenantId tenant) {
    lock.lock();
    try {
      return committed.getOrDefault(tenant, 0L);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Remembers a write before it is committed. It holds the tenant's head, so writes come in the order of their
   * positions. Whoever finds the position that it left looks for its proof.
   */
  void add(TenantId tenant, Write write) {
    lock.lock();
    try {
      @Nullable Era known = eras.get(tenant);
      Era era = known != null && known.position == write.from
          ? known
          : new Era(++lastEra, write.from, List.of());
      eras.put(tenant, era.with(write));
      write.said.forEach(
          (key, mark) -> records.put(place(tenant, key), new Said(era.number, mark)));
    } finally {
      lock.unlock();
    }
  }

  /** A write that was remembered is committed. */
  void commit(TenantId tenant, Write write) {
    lock.lock();
    try {
      committed.merge(tenant, write.to, Math::max);
      @Nullable Era era = eras.get(tenant);
      if (era != null) {
        eras.put(tenant, era.without(write, era.position));
      }
    } finally {
      lock.unlock();
    }
  }

  /** Forgets a write that failed; the era of those that came after it ends, for it was never there. */
  void remove(TenantId tenant, Write write) {
    lock.lock();
    try {
      write.said.keySet().forEach(key -> records.remove(place(tenant, key)));
      @Nullable Era era = eras.get(tenant);
      if (era == null || !era.open.contains(write)) {
        return;
      }
      if (era.position == write.to) {
        eras.put(tenant, era.without(write, write.from));
      } else {
        eras.remove(tenant);
      }
    } finally {
      lock.unlock();
    }
  }

  private static String place(TenantId tenant, String key) {
    return key + tenant;
  }
}
