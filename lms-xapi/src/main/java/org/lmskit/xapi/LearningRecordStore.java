package org.lmskit.xapi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A Learning Record Store, in this process or somewhere else. All methods may be called from any thread;
 * every one throws {@link XapiException} where the specification has a status for what is wrong.
 *
 * @see "xAPI 1.0.3 Communication 2; IEEE 9274.1.1 4.1.6"
 */
public interface LearningRecordStore {
  /**
   * Stores statements, all or none. Repeating one that is stored already is harmless.
   *
   * @return the id of each statement, in order
   * @throws XapiException 400 if a statement or an attachment is wrong; 403 if the caller may not store;
   *     409 if another statement has the same id; 413 if there is too much
   */
  List<UUID> store(StatementBatch batch);

  /** Stores statements built in Java, as {@link #store(StatementBatch)} does. */
  default List<UUID> store(List<Statement> statements) {
    return store(StatementBatch.of(statements));
  }

  /** Stores one statement, as {@link #store(StatementBatch)} does, and returns its id. */
  default UUID store(Statement statement) {
    return store(List.of(statement)).get(0);
  }

  /**
   * The statement with an id, unless it was voided.
   *
   * @throws XapiException 403 if the caller may not read statements
   */
  Optional<FoundStatement> find(UUID id, Presentation presentation);

  /** The statement with an id, exactly as it was received, unless it was voided. */
  default Optional<RecordedStatement> find(UUID id) {
    return find(id, Presentation.EXACT).map(FoundStatement::statement);
  }

  /**
   * The voided statement with an id; empty if there is none or it was not voided.
   *
   * @throws XapiException 403 if the caller may not read statements
   */
  Optional<FoundStatement> findVoided(UUID id, Presentation presentation);

  /**
   * A page of statements. Voided ones are left out.
   *
   * @throws XapiException 400 if the cursor is none that this store gave out; 403 if the caller may not
   *     read statements
   */
  StatementPage query(StatementQuery query);

  /** Up to when every statement that was stored is found by queries. */
  Instant consistentThrough();

  /**
   * A document.
   *
   * @throws XapiException 403 if the caller may not read it
   */
  Optional<Document> findDocument(DocumentId id);

  /**
   * The ids of the documents of a set, each once.
   *
   * @param since only those changed after this instant; null for all
   * @throws XapiException 403 if the caller may not read them
   */
  List<String> documentIds(DocumentSet set, @Nullable Instant since);

  /**
   * Writes a document in the place of what was there.
   *
   * @throws XapiException 403, 409, 412 (see {@link Precondition#check}) or 413
   */
  Document putDocument(DocumentId id, DocumentContent content, Precondition condition);

  /**
   * Merges the top-level properties of a JSON object into the document; without a document this is {@link
   * #putDocument}.
   *
   * @throws XapiException 400 if the new content or the document that is there is not a JSON object; 403,
   *     409, 412 or 413
   */
  Document mergeDocument(DocumentId id, DocumentContent content, Precondition condition);

  /**
   * Deletes a document; without a document this does nothing.
   *
   * @throws XapiException 403 or 412
   */
  void deleteDocument(DocumentId id, Precondition condition);

  /**
   * Deletes all documents of a set.
   *
   * @throws XapiException 403
   */
  void deleteDocuments(DocumentSet.State set);

  /** An activity as the store knows it; with nothing but its id if the store knows nothing of it. */
  Activity activity(Iri id);

  /** The person that an agent is. */
  Person person(Agent agent);

  /** What the store says of itself. */
  About about();
}
