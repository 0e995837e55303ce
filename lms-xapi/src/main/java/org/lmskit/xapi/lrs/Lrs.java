package org.lmskit.xapi.lrs;

import java.security.SecureRandom;
import java.security.cert.TrustAnchor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lmskit.content.ContentStore;
import org.lmskit.internal.TimeOrderedIds;
import org.lmskit.model.TenantId;
import org.lmskit.store.Kinds;
import org.lmskit.store.Reader;
import org.lmskit.store.Store;
import org.lmskit.store.Stored;
import org.lmskit.xapi.About;
import org.lmskit.xapi.Access;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Document;
import org.lmskit.xapi.DocumentContent;
import org.lmskit.xapi.DocumentId;
import org.lmskit.xapi.DocumentSet;
import org.lmskit.xapi.Extensions;
import org.lmskit.xapi.FoundStatement;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.LearningRecordStore;
import org.lmskit.xapi.Person;
import org.lmskit.xapi.Precondition;
import org.lmskit.xapi.Presentation;
import org.lmskit.xapi.Scope;
import org.lmskit.xapi.StatementBatch;
import org.lmskit.xapi.StatementPage;
import org.lmskit.xapi.StatementQuery;
import org.lmskit.xapi.XapiException;
import org.lmskit.xapi.XapiVersion;

/**
 * A Learning Record Store inside this process, on a {@link Store} and a {@link ContentStore}. A view
 * belongs to one tenant and one caller; {@link #tenant} and {@link #as} give others. Immutable and
 * thread-safe.
 *
 * <p>The store must have been opened with {@code Lms.KINDS} and {@link #KINDS}.
 */
public final class Lrs implements LearningRecordStore {
  /** Everything that an LRS stores. */
  public static final Kinds KINDS = new Kinds(
      "xapi",
      List.of(
          StatementRecord.KIND,
          AttachmentRecord.KIND,
          DocumentRecord.KIND,
          ActivityRecord.KIND,
          PersonRecord.KIND,
          ForwardRecord.KIND,
          ImportRecord.KIND),
      Lrs.class.getClassLoader());

  private final Realm realm;
  private final Access access;
  private final Consistency consistency;

  private Lrs(Realm realm, Access access, Consistency consistency) {
    this.realm = realm;
    this.access = access;
    this.consistency = consistency;
  }

  /** An LRS with the system's clock and the default limits, whose caller may do everything. */
  public static Lrs on(Store store, ContentStore content) {
    return builder(store, content).build();
  }

  /** Starts building an LRS on these stores. */
  public static Builder builder(Store store, ContentStore content) {
    return new Builder(store, content);
  }

  /** The same caller on the data of another tenant. */
  public Lrs tenant(TenantId tenant) {
    return new Lrs(realm.of(tenant), access, consistency);
  }

  /** The same tenant for another caller: his authority and what he may do. */
  public Lrs as(Access caller) {
    return new Lrs(realm, caller, consistency);
  }

  @Override
  public List<UUID> store(StatementBatch batch) {
    require(access.mayStore(), "store statements");
    return new StatementIntake(realm, access, false).store(batch);
  }

  @Override
  public Optional<FoundStatement> find(UUID id, Presentation presentation) {
    return find(id, presentation, false);
  }

  @Override
  public Optional<FoundStatement> findVoided(UUID id, Presentation presentation) {
    return find(id, presentation, true);
  }

  private Optional<FoundStatement> find(UUID id, Presentation presentation, boolean voided) {
    String mine = onlyAuthority();
    return realm.read(reader -> reader
        .find(StatementRecord.KIND, id.toString())
        .filter(found -> found.value().voided() == voided)
        .filter(found -> mine == null || found.value().authority().equals(mine))
        .map(found -> found(reader, found, presentation)));
  }

  private FoundStatement found(
      Reader reader, Stored<StatementRecord> found, Presentation presentation) {
    List<StatementRecord> with = presentation.attachments() ? List.of(found.value()) : List.of();
    return new FoundStatement(
        new StatementTexts(reader, presentation).recorded(found),
        new Attachments(realm).contents(reader, with));
  }

  @Override
  public StatementPage query(StatementQuery query) {
    String mine = onlyAuthority();
    int limit = realm.limits().pageFor(query.limit());
    return realm.read(
        reader -> page(reader, query, new StatementQueries(reader, query, mine).page(limit)));
  }

  private StatementPage page(Reader reader, StatementQuery query, StatementQueries.Page page) {
    Presentation presentation = query.presentation();
    StatementTexts texts = new StatementTexts(reader, presentation);
    List<StatementRecord> with = presentation.attachments()
        ? page.statements().stream().map(Stored::value).toList()
        : List.of();
    Cursor next = page.next();
    return new StatementPage(
        page.statements().stream().map(texts::recorded).toList(),
        next == null ? null : query.from(next.toString()),
        new Attachments(realm).contents(reader, with));
  }

  @Override
  public Instant consistentThrough() {
    return consistency.through(realm);
  }

  @Override
  public Optional<Document> findDocument(DocumentId id) {
    require(access.mayRead(id.set()), "read documents of " + id.set().resource());
    return new Documents(realm).find(id);
  }

  @Override
  public List<String> documentIds(DocumentSet set, @Nullable Instant since) {
    require(access.mayRead(set), "read documents of " + set.resource());
    return new Documents(realm).ids(set, since);
  }

  @Override
  public Document putDocument(DocumentId id, DocumentContent content, Precondition condition) {
    require(access.mayWrite(id.set()), "write documents of " + id.set().resource());
    return new Documents(realm).put(id, content, condition);
  }

  @Override
  public Document mergeDocument(DocumentId id, DocumentContent content, Precondition condition) {
    require(access.mayWrite(id.set()), "write documents of " + id.set().resource());
    return new Documents(realm).merge(id, content, condition);
  }

  @Override
  public void deleteDocument(DocumentId id, Precondition condition) {
    require(access.mayWrite(id.set()), "delete documents of " + id.set().resource());
    new Documents(realm).delete(id, condition);
  }

  @Override
  public void deleteDocuments(DocumentSet.State set) {
    require(access.mayWrite(set), "delete documents of " + set.resource());
    new Documents(realm).deleteAll(set);
  }

  @Override
  public Activity activity(Iri id) {
    return realm.read(reader -> Knowledge.activity(reader, id));
  }

  @Override
  public Person person(Agent agent) {
    require(access.mayReadPersons(), "read persons");
    return realm.read(reader -> Knowledge.person(reader, agent));
  }

  @Override
  public About about() {
    List<String> versions = List.of(XapiVersion.V1_0_3.text(), XapiVersion.V2_0_0.text());
    return new About(versions, Extensions.NONE);
  }

  /**
   * The forwarding of statements to another LRS.
   *
   * @param name keeps its place between calls; one name for each target
   * @param filter which statements, by agent, verb, activity and registration; the rest plays no part
   * @throws XapiException 403 if the caller may not read all statements
   */
  public Forwarder forwarder(String name, LearningRecordStore target, StatementQuery filter) {
    require(access.mayReadAll(), "read all statements");
    return new Forwarder(realm, name, target, filter);
  }

  /**
   * Export and import of all statements with their attachments.
   *
   * @throws XapiException 403 if the caller may not do everything
   */
  public StatementArchive archive() {
    require(access.scopes().contains(Scope.ALL), "export and import statements");
    return new StatementArchive(realm, access);
  }

  /**
   * The deletion of what is held about a person.
   *
   * @throws XapiException 403 if the caller may not do everything
   */
  public Erasure erasure(Agent who) {
    require(access.scopes().contains(Scope.ALL), "delete what is held about a person");
    return new Erasure(realm, who, false);
  }

  Realm realm() {
    return realm;
  }

  /** The key of the caller's own authority if he may read no other, else null. */
  private @Nullable String onlyAuthority() {
    require(access.mayReadMine(), "read statements");
    return access.mayReadAll() ? null : StatementKeys.authority(access.authority(), new Keys());
  }

  private static void require(boolean allowed, String what) {
    if (!allowed) {
      throw XapiException.forbidden("these credentials may not " + what);
    }
  }

  /** Collects what an LRS is made of. */
  public static final class Builder {
    private static final Agent AUTHORITY = Agent.account("https://lmskit.org/lrs", "embedded");

    private final Store store;
    private final ContentStore content;
    private Clock clock = Clock.systemUTC();
    private RandomGenerator random = new SecureRandom();
    private @Nullable Supplier<UUID> ids;
    private LrsLimits limits = LrsLimits.DEFAULT;
    private Set<TrustAnchor> anchors = Set.of();
    private Access access = Access.all(AUTHORITY);

    private Builder(Store store, ContentStore content) {
      this.store = store;
      this.content = content;
    }

    /** The only source of time. */
    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    /** The only source of chance: it makes ids and spreads repeated tries. */
    public Builder random(RandomGenerator value) {
      random = value;
      return this;
    }

    /** Gives ids to statements that come without one; time-ordered UUIDs unless said otherwise. */
    public Builder ids(Supplier<UUID> value) {
      ids = value;
      return this;
    }

    /** How much is taken and given at once. */
    public Builder limits(LrsLimits value) {
      limits = value;
      return this;
    }

    /**
     * To whom the certificates of signed statements must lead. Without any, the certificates of a
     * signature must only fit together, and a signature without certificates is accepted.
     */
    public Builder trusting(Set<TrustAnchor> value) {
      anchors = Set.copyOf(value);
      return this;
    }

    /** Who stores and reads unless {@link Lrs#as} says otherwise; may do everything. */
    public Builder authority(Agent value) {
      access = Access.all(value);
      return this;
    }

    /** The LRS, on the data of {@link TenantId#DEFAULT}. */
    public Lrs build() {
      TimeOrderedIds ordered = new TimeOrderedIds(clock, random);
      Supplier<UUID> given = ids == null ? () -> UUID.fromString(ordered.get()) : ids;
      Realm realm = new Realm(
          store,
          content,
          TenantId.DEFAULT,
          clock,
          given,
          random,
          limits,
          anchors,
          new RecentKnowledge());
      return new Lrs(realm, access, new Consistency());
    }
  }
}
