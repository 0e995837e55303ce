/**
 * The storage SPI: a store keeps records of described kinds, one tenant a transaction.
 */
@NullMarked
package org.lmskit.store;

import org.jspecify.annotations.NullMarked;
