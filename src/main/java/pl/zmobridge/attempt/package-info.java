/**
 * The steps that routes take with beans: each joins what an exchange is about (its variables, its body) with a decision of
 * {@code order}, {@code shoper}, {@code symfonia} or {@code register}. No I/O and no rule of its own.
 */
package pl.zmobridge.attempt;
