package org.lmskit.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.lmskit.model.TenantId;

/**
 * A store in memory, for tests and trials: everything is gone with it. A read sees the snapshot that
 * was current when it began; the writers of one tenant wait for each other.
 *
 * <p>Records are written to text and read back as on disk, so a body that loses something is found.
 */
public final class InMemoryStore implements Store {
  private static final class Tenant {
    private final ReentrantLock writing = new ReentrantLock(true);
    private volatile MemorySnapshot snapshot = MemorySnapshot.EMPTY;
  }

  private final Map<TenantId, Tenant> byId = new ConcurrentHashMap<>();
  private final List<TenantId> inOrder = new CopyOnWriteArrayList<>();

  @Override
  public <R> R read(TenantId tenant, Function<Reader, R> work) {
    MemoryReader reader = new MemoryReader(of(tenant).snapshot);
    try {
      return work.apply(reader);
    } finally {
      reader.end();
    }
  }

  @Override
  public <R> R write(TenantId tenant, Instant now, Function<Transaction, R> work) {
    Tenant state = of(tenant);
    if (state.writing.isHeldByCurrentThread()) {
      throw new IllegalStateException("a write inside a write of tenant " + tenant);
    }
    state.writing.lock();
    MemoryReader reader = new MemoryReader(state.snapshot);
    try {
      boolean[] raise = {false};
      OverlayTransaction transaction = new OverlayTransaction(reader, () -> raise[0] = true);
      R result = work.apply(transaction);
      commit(tenant, state, state.snapshot.after(transaction.writes(), now, raise[0]));
      return result;
    } finally {
      reader.end();
      state.writing.unlock();
    }
  }

  @Override
  public List<TenantId> tenants() {
    return List.copyOf(inOrder);
  }

  @Override
  public void delete(TenantId tenant) {
    inOrder.remove(tenant);
    byId.remove(tenant);
  }

  /** Does nothing. */
  @Override
  public void close() {
    // nothing was opened
  }

  private void commit(TenantId tenant, Tenant state, MemorySnapshot next) {
    boolean first = state.snapshot.equals(MemorySnapshot.EMPTY);
    state.snapshot = next;
    if (first && !next.equals(MemorySnapshot.EMPTY) && !inOrder.contains(tenant)) {
      inOrder.add(tenant);
    }
  }

  private Tenant of(TenantId tenant) {
    return byId.computeIfAbsent(tenant, id -> new Tenant());
  }
}
