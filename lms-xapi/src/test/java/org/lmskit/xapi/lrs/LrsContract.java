package org.lmskit.xapi.lrs;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.lmskit.content.ContentStore;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.model.TenantId;
import org.lmskit.store.Reader;
import org.lmskit.store.Store;

/** What the LRS promises, on one sort of store: a fresh tenant for each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class LrsContract
    implements StatementStoring,
        StatementQuerying,
        StatementReferring,
        DocumentKeeping,
        AttachmentKeeping,
        StatementSigning,
        KnowledgeSharing,
        PrivacyAndForwarding,
        Archiving,
        ConcurrentStoring {
  private Store store;
  private TestClock clock;
  private Lrs lrs;
  private Lrs another;

  abstract Store open();

  @BeforeAll
  final void openStore() {
    store = open();
  }

  @AfterAll
  final void closeStore() {
    store.close();
  }

  @BeforeEach
  final void freshTenant() {
    clock = new TestClock(START);
    ContentStore content = new InMemoryContentStore();
    TenantId tenant = new TenantId("tenant-" + UUID.randomUUID());
    lrs = Lrs.builder(store, content).clock(clock).build().tenant(tenant);
    another = Lrs.builder(store, content).clock(clock).build().tenant(tenant);
  }

  @Override
  public final Lrs lrs() {
    return lrs;
  }

  @Override
  public final Lrs another() {
    return another;
  }

  @Override
  public final long position() {
    return lrs.realm().read(Reader::position);
  }

  @Override
  public final TestClock clock() {
    return clock;
  }
}
