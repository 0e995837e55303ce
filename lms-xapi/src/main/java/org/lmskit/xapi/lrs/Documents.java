package org.lmskit.xapi.lrs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.content.Blob;
import org.lmskit.internal.BlobUse;
import org.lmskit.model.StoreFailureException;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;
import org.lmskit.xapi.Actor;
import org.lmskit.xapi.Document;
import org.lmskit.xapi.DocumentContent;
import org.lmskit.xapi.DocumentId;
import org.lmskit.xapi.DocumentSet;
import org.lmskit.xapi.Precondition;
import org.lmskit.xapi.XapiException;
import org.lmskit.xapi.json.JsonDocuments;

/**
 * The document resources: state, activity profile, agent profile.
 *
 * @see "xAPI 1.0.3 Communication 2.2, 2.3, 2.6, 2.7"
 */
final class Documents {
  private final Realm realm;

  Documents(Realm realm) {
    this.realm = realm;
  }

  Optional<Document> find(DocumentId id) {
    DocumentPlace place = DocumentPlace.of(id);
    return realm
        .read(reader -> reader.find(DocumentRecord.KIND, place.key()).map(Stored::value))
        .map(record -> new Document(id.id(), content(record), record.updated(), record.etag()));
  }

  List<String> ids(DocumentSet set, @Nullable Instant since) {
    Query<DocumentRecord> query = all(set);
    if (since != null) {
      query = query.between(Instant.ofEpochMilli(since.toEpochMilli() + 1), null);
    }
    Query<DocumentRecord> wanted = query;
    return realm.read(reader -> reader.list(wanted).stream()
        .map(found -> found.value().documentId())
        .distinct()
        .toList());
  }

  Document put(DocumentId id, DocumentContent content, Precondition condition) {
    requireSize(content);
    Held held = hold(content);
    return realm.write(tx -> {
      DocumentPlace place = DocumentPlace.of(id);
      Optional<Stored<DocumentRecord>> old = tx.find(DocumentRecord.KIND, place.key());
      condition.check(old.map(found -> found.value().etag()).orElse(null));
      return replace(tx, place, old, content, held);
    });
  }

  /** Communication 2.2: only top-level properties are merged; each replaces the old one as a whole. */
  Document merge(DocumentId id, DocumentContent content, Precondition condition) {
    requireSize(content);
    if (content.isJson()) {
      JsonDocuments.requireJson("the document that was sent", content);
    }
    return realm.write(tx -> {
      DocumentPlace place = DocumentPlace.of(id);
      Optional<Stored<DocumentRecord>> old = tx.find(DocumentRecord.KIND, place.key());
      condition.check(old.map(found -> found.value().etag()).orElse(null));
      DocumentContent merged =
          old.map(found -> JsonDocuments.merge(content(found.value()), content)).orElse(content);
      requireSize(merged);
      return replace(tx, place, old, merged, hold(merged));
    });
  }

  void delete(DocumentId id, Precondition condition) {
    realm.write(tx -> {
      Optional<Stored<DocumentRecord>> old =
          tx.find(DocumentRecord.KIND, DocumentPlace.of(id).key());
      condition.check(old.map(found -> found.value().etag()).orElse(null));
      old.ifPresent(found -> remove(tx, List.of(found)));
      return id;
    });
  }

  void deleteAll(DocumentSet.State set) {
    realm.write(tx -> {
      remove(tx, tx.list(all(set)));
      return set;
    });
  }

  /** Removes all documents that stand under an agent; returns how many. */
  int deleteOf(Transaction tx, Actor agent) {
    List<Stored<DocumentRecord>> found = tx.list(of(agent));
    remove(tx, found);
    return found.size();
  }

  /** All documents that stand under an agent. */
  static Query<DocumentRecord> of(Actor agent) {
    return Query.of(DocumentRecord.KIND)
        .where(DocumentRecord.AGENT, new Keys().hash(StatementKeys.identity(agent)));
  }

  private static Query<DocumentRecord> all(DocumentSet set) {
    DocumentPlace place = DocumentPlace.of(set.document(""));
    String registered = place.registered();
    return registered == null
        ? Query.of(DocumentRecord.KIND).where(DocumentRecord.SET, place.set())
        : Query.of(DocumentRecord.KIND).where(DocumentRecord.REGISTERED, registered);
  }

  private Document replace(
      Transaction tx,
      DocumentPlace place,
      Optional<Stored<DocumentRecord>> old,
      DocumentContent content,
      Held held) {
    Instant earliest =
        old.map(found -> found.value().updated().plusMillis(1)).orElse(Instant.EPOCH);
    Instant now = realm.now();
    Document document =
        Document.of(place.documentId(), content, now.isBefore(earliest) ? earliest : now);
    DocumentRecord record = held.record(place, document);
    moveClaim(tx, old.map(Stored::value).orElse(null), record);
    if (old.isPresent()) {
      tx.update(old.get(), record);
    } else {
      tx.insert(DocumentRecord.KIND, record);
    }
    return document;
  }

  private void remove(Transaction tx, List<Stored<DocumentRecord>> old) {
    old.forEach(found -> unclaim(tx, found.value()));
    tx.delete(old);
  }

  private void moveClaim(Transaction tx, @Nullable DocumentRecord old, DocumentRecord next) {
    if (old != null && Objects.equals(old.blob(), next.blob())) {
      return;
    }
    if (old != null) {
      unclaim(tx, old);
    }
    if (next.blob() != null) {
      Blob blob = new Blob(realm.tenant(), next.blob(), next.size());
      Claims.add(realm, tx, blob, next.owner());
    }
  }

  private static void unclaim(Transaction tx, DocumentRecord record) {
    if (record.blob() != null) {
      tx.delete(tx.list(Query.of(BlobUse.KIND).where("owner", record.owner())));
    }
  }

  private void requireSize(DocumentContent content) {
    if (content.length() > realm.limits().document()) {
      throw XapiException.tooLarge("a document of " + content.length() + " bytes, more than "
          + realm.limits().document());
    }
  }

  private Held hold(DocumentContent content) {
    if (content.length() <= realm.limits().inlineDocument()) {
      return new Held(content, null);
    }
    InputStream bytes = new ByteArrayInputStream(content.bytes());
    return new Held(content, realm.content().put(realm.tenant(), bytes, content.length()));
  }

  private DocumentContent content(DocumentRecord record) {
    if (record.blob() == null) {
      return new DocumentContent(record.contentType(), Held.inline(record));
    }
    Blob blob = new Blob(realm.tenant(), record.blob(), record.size());
    try (InputStream bytes = realm.content().open(blob, 0, record.size())) {
      return new DocumentContent(record.contentType(), bytes.readAllBytes());
    } catch (IOException e) {
      throw new StoreFailureException("document " + record.documentId() + " cannot be read", e);
    }
  }
}
