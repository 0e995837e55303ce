package org.lmskit.xapi.json;

import org.lmskit.model.Problem;

/** A rule of the specification that JSON can break, with its stable code and its sections. */
public enum Rule {
  /** The text is one JSON value. */
  SYNTAX("XAPI-JSON-001", "Data 2.2", "4.2.1"),
  /** The text is UTF-8. */
  ENCODING("XAPI-JSON-002", "Communication 1.4", "4.1.2"),
  /** No name occurs twice in an object. */
  DUPLICATE("XAPI-JSON-003", "Data 2.2", "4.2.1"),
  /** Only properties that the specification names occur, in its case. */
  UNKNOWN("XAPI-JSON-004", "Data 2.2", "4.2.1"),
  /** Null occurs only inside extensions. */
  NULL("XAPI-JSON-005", "Data 2.2", "4.2.1"),
  /** Every value has the type that the specification gives it. */
  TYPE("XAPI-JSON-006", "Data 2.2", "4.2.1"),
  /** What is required is there. */
  MISSING("XAPI-JSON-007", "Data 2.2", "4.2.1"),
  /** The request stays inside the limits of the store. */
  LIMIT("XAPI-JSON-008", "Communication 3.2", "4.1.5"),
  /** IRIs are absolute. */
  IRI("XAPI-DATA-001", "Data 2.2, 4.4", "4.2.7"),
  /** Ids are UUIDs in their standard form. */
  UUID("XAPI-DATA-002", "Data 2.4.1, 4.4", "4.2.7"),
  /** Languages are RFC 5646 tags. */
  LANGUAGE("XAPI-DATA-003", "Data 4.2", "4.2.7"),
  /** Instants are RFC 3339 timestamps, not with the offset -00:00. */
  TIMESTAMP("XAPI-DATA-004", "Data 4.5", "4.2.7"),
  /** Lengths of time are ISO 8601 durations. */
  DURATION("XAPI-DATA-005", "Data 4.6", "4.2.7"),
  /** The keys of extensions are IRIs. */
  EXTENSION("XAPI-DATA-006", "Data 4.1", "4.2.7"),
  /** E-mail addresses are mailto IRIs. */
  MAILTO("XAPI-ACTOR-001", "Data 2.4.2.3", "4.2.2.1"),
  /** Hashes of e-mail addresses have 40 hexadecimal digits. */
  SHA1("XAPI-ACTOR-002", "Data 2.4.2.3", "4.2.2.1"),
  /** An agent has exactly one identifier, a group at most one. */
  IDENTIFIER("XAPI-ACTOR-003", "Data 2.4.2", "4.2.2.1"),
  /** An anonymous group lists its members. */
  ANONYMOUS("XAPI-ACTOR-004", "Data 2.4.2.2", "4.2.2.1"),
  /** The objectType is one that may stand there, in its case. */
  OBJECT_TYPE("XAPI-OBJECT-001", "Data 2.4.4", "4.2.2.3"),
  /** A SubStatement contains no SubStatement. */
  NESTED("XAPI-OBJECT-002", "Data 2.4.4.3", "4.2.2.3"),
  /** A SubStatement has no id, stored, version or authority. */
  SUB_STATEMENT("XAPI-OBJECT-003", "Data 2.4.4.3", "4.2.2.3"),
  /** A statement with the verb voided has a StatementRef as its object. */
  VOIDING("XAPI-OBJECT-004", "Data 2.3.2", "4.2.5"),
  /** The interactionType is one of the ten. */
  INTERACTION("XAPI-OBJECT-005", "Data 2.4.4.1", "4.2.2.3"),
  /** The ids of the components of a list differ. */
  COMPONENT("XAPI-OBJECT-006", "Data 2.4.4.1", "4.2.2.3"),
  /** A scaled score is in -1..1, a raw score between min and max, and min below max. */
  SCORE("XAPI-RESULT-001", "Data 2.4.5.1", "4.2.2.4"),
  /** Revision and platform stand only where the object is an activity. */
  CONTEXT("XAPI-CONTEXT-001", "Data 2.4.6", "4.2.2.5"),
  /** The relevantTypes of a context agent or group are not empty. */
  RELEVANT_TYPES("XAPI-CONTEXT-002", "Data 2.4.6", "4.2.2.5"),
  /** The length of an attachment is a number of bytes. */
  LENGTH("XAPI-ATTACHMENT-001", "Data 2.4.11", "4.2.2.6"),
  /** The hash of an attachment is a SHA-2 in hexadecimal. */
  SHA2("XAPI-ATTACHMENT-002", "Data 2.4.11", "4.2.2.6"),
  /** The content type of an attachment is a media type. */
  MEDIA_TYPE("XAPI-ATTACHMENT-003", "Data 2.4.11", "4.2.2.6"),
  /** An authority is an agent, or an anonymous group of two agents. */
  AUTHORITY("XAPI-LRS-001", "Data 2.4.9", "4.2.4.2"),
  /** The version is 1.0.x, or 2.0.x if the exchange is. */
  VERSION("XAPI-LRS-002", "Data 2.4.10", "4.2.4.3"),
  /** The statements of a batch have different ids. */
  BATCH("XAPI-LRS-003", "Communication 2.1.2", "4.1.6.1");

  private final String code;
  private final String section;
  private final String ieeeSection;

  Rule(String code, String section, String ieeeSection) {
    this.code = code;
    this.section = section;
    this.ieeeSection = ieeeSection;
  }

  /** The stable code, such as {@code XAPI-ACTOR-003}. */
  public String code() {
    return code;
  }

  /** Where xAPI 1.0.3 says it. */
  public String section() {
    return section;
  }

  /** Where IEEE 9274.1.1 says it. */
  public String ieeeSection() {
    return ieeeSection;
  }

  /** A breach of this rule at a JSON pointer. */
  public Problem at(String pointer, String message) {
    return Problem.error(
        code, pointer, message + " (xAPI 1.0.3 " + section + "; 2.0 " + ieeeSection + ")");
  }

  /** A doubtful use at a JSON pointer, which refuses nothing. */
  public Problem warnAt(String pointer, String message) {
    return Problem.warning(
        code, pointer, message + " (xAPI 1.0.3 " + section + "; 2.0 " + ieeeSection + ")");
  }
}
