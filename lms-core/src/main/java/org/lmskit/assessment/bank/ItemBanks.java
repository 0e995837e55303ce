package org.lmskit.assessment.bank;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lmskit.assessment.bank.ItemEvent.ItemBankDefined;
import org.lmskit.assessment.bank.ItemEvent.ItemPublished;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.content.Blob;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Pages;
import org.lmskit.internal.Projections;
import org.lmskit.internal.Scope;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;
import org.lmskit.model.Problem;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/** The items that assessments are made of. Obtained from {@code lms.itemBanks()}; thread-safe. */
public final class ItemBanks {
  /** What this package stores. */
  public static final List<Kind<?>> KINDS =
      List.of(ItemBank.KIND, ItemEntry.KIND, ItemVersion.KIND);

  private final Scope scope;

  /** For {@code Lms}. */
  public ItemBanks(Scope scope) {
    this.scope = scope;
  }

  /** Registers how items follow from events; for {@code Lms}. */
  public static void register(Projections.Builder projections) {
    projections
        .rebuilds(ItemBank.KIND, ItemEntry.KIND, ItemVersion.KIND)
        .on(ItemBankDefined.class, (event, all) -> all.put(ItemBank.KIND, event.bank()))
        .on(ItemPublished.class, (event, all) -> {
          ItemVersion version = event.version();
          all.put(ItemVersion.KIND, version);
          ItemEntry entry = all.find(ItemEntry.KIND, version.id().value())
              .map(old -> old.next(version))
              .orElseGet(() -> ItemEntry.first(version));
          all.put(ItemEntry.KIND, entry);
        });
  }

  /** Makes a bank, or gives it another title; telling it again changes nothing. */
  public ItemBank define(ItemBank bank) {
    return scope.write("itemBanks.define", bank.id().value(), op -> {
      Optional<Stored<ItemBank>> old = op.tx().find(ItemBank.KIND, bank.id().value());
      if (old.filter(stored -> stored.value().equals(bank)).isEmpty()) {
        old.ifPresentOrElse(
            stored -> op.tx().update(stored, bank), () -> op.tx().insert(ItemBank.KIND, bank));
        op.record(new ItemBankDefined(op.header(), bank));
      }
      return bank;
    });
  }

  /** What is wrong with an item; publishing refuses it if there is anything. */
  public List<Problem> check(Item item) {
    return item.check();
  }

  /**
   * Publishes an item, or its next version, such as one with a corrected key. Attempts that have begun keep the version that
   * they began with. Publishing what is current already changes nothing.
   *
   * @throws RejectedException ITEM_INVALID with the errors, BANK_UNKNOWN, OTHER_BANK; CONTENT_MISSING if a file is gone
   */
  public ItemVersion publish(ItemBankId bank, Item item) {
    return scope.write("itemBanks.publish", item.id().value(), op -> publish(op, bank, item, 0));
  }

  /**
   * Publishes a certain version of an item: whoever worked on it from an older one is told.
   *
   * @param number the next one
   * @throws RejectedException ITEM_INVALID with the errors, BANK_UNKNOWN, OTHER_BANK; VERSION_PUBLISHED if that version was
   *     published with another text or key, VERSION_SKIPPED if the one before was not; CONTENT_MISSING if a file is gone
   */
  public ItemVersion publish(ItemBankId bank, Item item, int number) {
    return scope.write(
        "itemBanks.publish", item.id().value(), op -> publish(op, bank, item, number));
  }

  /** All banks. */
  public Page<ItemBank> banks(PageRequest page) {
    return scope.read(
        "itemBanks.banks", "", reader -> Pages.of(reader, Query.of(ItemBank.KIND), page));
  }

  /** The items of a bank, in the order of their first publication. */
  public Page<ItemEntry> items(ItemBankId bank, PageRequest page) {
    return scope.read(
        "itemBanks.items",
        bank.value(),
        reader -> Pages.of(reader, Query.of(ItemEntry.KIND).where("bank", bank.value()), page));
  }

  /** The current version of an item. */
  public Optional<ItemVersion> find(ItemId item) {
    return scope.read(
        "itemBanks.find",
        item.value(),
        reader -> Optional.ofNullable(current(reader, List.of(item)).get(item)));
  }

  /** A certain version of an item. */
  public Optional<ItemVersion> find(ItemId item, int number) {
    return scope.read(
        "itemBanks.find", item.value(), reader -> version(reader, new ItemRef(item, number)));
  }

  /** All versions of an item, the oldest first. */
  public Page<ItemVersion> versions(ItemId item, PageRequest page) {
    return scope.read(
        "itemBanks.versions",
        item.value(),
        reader -> Pages.of(reader, Query.of(ItemVersion.KIND).where("item", item.value()), page));
  }

  /** The current versions of items, without those that do not exist; for packages above. */
  public static Map<ItemId, ItemVersion> current(Reader reader, Collection<ItemId> items) {
    List<ItemRef> refs =
        reader.findAll(ItemEntry.KIND, items.stream().map(ItemId::value).toList()).stream()
            .map(Stored::value)
            .map(entry -> new ItemRef(entry.id(), entry.current()))
            .toList();
    Map<ItemId, ItemVersion> found = new LinkedHashMap<>();
    versions(reader, refs).forEach((ref, version) -> found.put(ref.item(), version));
    return found;
  }

  /** These versions of items, without those that do not exist; for packages above. */
  public static Map<ItemRef, ItemVersion> versions(Reader reader, Collection<ItemRef> refs) {
    Map<ItemRef, ItemVersion> found = new LinkedHashMap<>();
    reader
        .findAll(ItemVersion.KIND, refs.stream().map(ItemRef::key).toList())
        .forEach(stored -> found.put(stored.value().ref(), stored.value()));
    return found;
  }

  /** Says that these versions will be asked for, perhaps several times; for packages above. */
  public static void foresee(Reader reader, Collection<ItemRef> refs) {
    reader.foresee(ItemVersion.KIND, refs.stream().map(ItemRef::key).toList());
  }

  /** One version of an item; for packages above. */
  public static Optional<ItemVersion> version(Reader reader, ItemRef ref) {
    return reader.find(ItemVersion.KIND, ref.key()).map(Stored::value);
  }

  private ItemVersion publish(Operation op, ItemBankId bank, Item item, int wanted) {
    requireValid(item);
    if (op.tx().find(ItemBank.KIND, bank.value()).isEmpty()) {
      throw new RejectedException(
          BankReason.BANK_UNKNOWN, "no item bank " + bank, Map.of("bank", bank.value()));
    }
    Optional<Stored<ItemEntry>> entry = op.tx().find(ItemEntry.KIND, item.id().value());
    int current = entry.map(stored -> stored.value().current()).orElse(0);
    entry.ifPresent(stored -> requireBank(stored.value(), bank));
    int number = wanted == 0 ? current + 1 : wanted;
    Optional<ItemVersion> known = version(
            op.tx(), new ItemRef(item.id(), wanted == 0 ? current : wanted))
        .filter(version -> version.item().equals(item));
    if (known.isPresent()) {
      return known.get();
    }
    requireNext(item.id(), number, current);
    ItemVersion version = new ItemVersion(bank, number, op.now(), item);
    entry.ifPresentOrElse(
        stored -> op.tx().update(stored, stored.value().next(version)),
        () -> op.tx().insert(ItemEntry.KIND, ItemEntry.first(version)));
    item.files().forEach(file -> op.claim(blob(file), "item:" + version.ref()));
    op.tx().insert(ItemVersion.KIND, version);
    op.record(new ItemPublished(op.header(), version));
    return version;
  }

  private Blob blob(Sha256 file) {
    return scope
        .content()
        .find(scope.tenant(), file)
        .orElseThrow(() -> new NotFoundException("no content with hash " + file));
  }

  private static void requireValid(Item item) {
    Map<String, String> errors = new TreeMap<>();
    for (Problem problem : item.check()) {
      errors.put(problem.code() + " " + problem.location(), problem.message());
    }
    if (!errors.isEmpty()) {
      throw new RejectedException(
          BankReason.ITEM_INVALID, "item " + item.id() + " has errors: " + errors, errors);
    }
  }

  private static void requireBank(ItemEntry entry, ItemBankId bank) {
    if (!entry.bank().equals(bank)) {
      throw new RejectedException(
          BankReason.OTHER_BANK,
          "item " + entry.id() + " is in bank " + entry.bank() + ", not " + bank,
          Map.of("bank", entry.bank().value()));
    }
  }

  private static void requireNext(ItemId item, int number, int current) {
    if (number == current + 1) {
      return;
    }
    throw new RejectedException(
        number <= current ? BankReason.VERSION_PUBLISHED : BankReason.VERSION_SKIPPED,
        "item " + item + " is published up to version " + current + ", not " + number,
        Map.of("current", String.valueOf(current), "version", String.valueOf(number)));
  }
}
