package org.lmskit.xapi.lrs;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
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
   */
  record Write(long from, long to, Map<String, String> said) {}

  /** What was said in an era. */
  private record Said(long era, String mark) {}

  /** A time in which only this LRS wrote, up to a position. */
  private record Era(long number, long position) {}

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
   */
  Set<String> unknown(TenantId tenant, long position, Map<String, String> said) {
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
   * positions, and whoever finds the position that it left sees what it wrote, and fails if it fails.
   */
  void add(TenantId tenant, Write write) {
    lock.lock();
    try {
      @Nullable Era era = eras.get(tenant);
      long number = era != null && era.position == write.from ? era.number : ++lastEra;
      eras.put(tenant, new Era(number, write.to));
      write.said.forEach((key, mark) -> records.put(place(tenant, key), new Said(number, mark)));
    } finally {
      lock.unlock();
    }
  }

  /** A write that was remembered is committed. */
  void commit(TenantId tenant, Write write) {
    lock.lock();
    try {
      committed.merge(tenant, write.to, Math::max);
    } finally {
      lock.unlock();
    }
  }

  /** Forgets a write that failed. */
  void remove(TenantId tenant, Write write) {
    lock.lock();
    try {
      write.said.keySet().forEach(key -> records.remove(place(tenant, key)));
      @Nullable Era era = eras.get(tenant);
      if (era != null && era.position == write.to) {
        eras.put(tenant, new Era(era.number, write.from));
      }
    } finally {
      lock.unlock();
    }
  }

  private static String place(TenantId tenant, String key) {
    return key + tenant;
  }
}
