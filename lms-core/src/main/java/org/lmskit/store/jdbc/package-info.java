/** Keeps records in a relational database: SQLite, PostgreSQL or H2. */
@NullMarked
package org.lmskit.store.jdbc;

import org.jspecify.annotations.NullMarked;
