package org.lmskit.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.lmskit.model.TenantId;
import org.lmskit.store.Reader;
import org.lmskit.store.Store;
import org.lmskit.store.Transaction;

/** Passes everything on to another store, for tests that change one thing. */
public class ForwardingStore implements Store {
  /** Where everything goes. */
  protected final Store store;

  /** @param store where everything goes */
  protected ForwardingStore(Store store) {
    this.store = store;
  }

  @Override
  public <R> R read(TenantId tenant, Function<Reader, R> work) {
    return store.read(tenant, work);
  }

  @Override
  public <R> R write(TenantId tenant, Instant now, Function<Transaction, R> work) {
    return store.write(tenant, now, work);
  }

  @Override
  public List<TenantId> tenants() {
    return store.tenants();
  }

  @Override
  public void delete(TenantId tenant) {
    store.delete(tenant);
  }

  @Override
  public boolean isJoined() {
    return store.isJoined();
  }

  @Override
  public void maintain(Duration budget) {
    store.maintain(budget);
  }

  @Override
  public void close() {
    store.close();
  }
}
