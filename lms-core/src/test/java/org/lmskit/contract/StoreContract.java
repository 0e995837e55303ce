package org.lmskit.contract;

import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.lmskit.model.TenantId;
import org.lmskit.store.Kinds;
import org.lmskit.store.Store;

/**
 * What every {@link Store} promises: one test a promise. A host that plugs a store of its own
 * extends this class, opens the store, and adds nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StoreContract
    implements ReadContract,
        WriteContract,
        ConflictContract,
        QueryContract,
        OrderedContract,
        OverlayContract,
        RestoreContract,
        ConcurrencyContract,
        ModelContract {
  static final Instant NOW = Instant.parse("2026-05-18T08:00:00Z");

  private Store store;
  private TenantId tenant;

  /** Opens the store to test; called once a class and once a property. */
  protected abstract Store open(Kinds kinds);

  @Override
  public final Store store() {
    return store;
  }

  @Override
  public final TenantId tenant() {
    return tenant;
  }

  @BeforeAll
  @BeforeProperty
  final void openStore() {
    store = open(Samples.KINDS);
    useFreshTenant();
  }

  @AfterAll
  @AfterProperty
  final void closeStore() {
    store.close();
  }

  /** Every test has a tenant of its own, so tests share a store but no record. */
  @BeforeEach
  final void useFreshTenant() {
    tenant = new TenantId("tenant-" + UUID.randomUUID());
  }
}
