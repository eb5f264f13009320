#include <png.h>
#include <zlib.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

// libpng reports errors by longjmp, which must not cross Swift frames: the calls that may fail stand here.

/// A file that grows while it is written.
typedef struct {
    unsigned char *bytes;
    size_t count;
    size_t capacity;
} notebook_png_file;

static inline void notebook_png_append(png_structp png, png_bytep bytes, size_t count) {
    notebook_png_file *file = (notebook_png_file *)png_get_io_ptr(png);
    if (file->capacity - file->count < count) {
        size_t capacity = (file->count + count) * 2;
        unsigned char *grown = (unsigned char *)realloc(file->bytes, capacity);
        if (grown == NULL) { png_error(png, "out of memory"); }
        file->bytes = grown;
        file->capacity = capacity;
    }
    memcpy(file->bytes + file->count, bytes, count);
    file->count += count;
}

static inline void notebook_png_flush(png_structp png) { (void)png; }

static inline void notebook_png_ignore(png_structp png, png_const_charp message) {
    (void)png;
    (void)message;
}

static inline void notebook_png_fail(png_structp png, png_const_charp message) {
    (void)message;
    png_longjmp(png, 1);
}

/// Writes a grey image whose rows are packed at `bit_depth` bits a pixel (1, 2, 4 or 8).
///
/// Returns 1 with the file's bytes, which the caller frees, in `file`; 0, with nothing to free, where libpng refuses.
static inline int notebook_png_write_grey(
    const unsigned char *rows, size_t row_bytes, unsigned width, unsigned height, int bit_depth, int filters,
    notebook_png_file *file
) {
    memset(file, 0, sizeof *file);
    png_structp png = png_create_write_struct(
        PNG_LIBPNG_VER_STRING, NULL, notebook_png_fail, notebook_png_ignore);
    if (png == NULL) { return 0; }
    png_infop info = png_create_info_struct(png);
    if (info == NULL || setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        free(file->bytes);
        memset(file, 0, sizeof *file);
        return 0;
    }
    png_set_write_fn(png, file, notebook_png_append, notebook_png_flush);
    // Digits are runs of white between some ink: run lengths find nearly all of what a search at level 9 finds, which takes
    // eighty times as long.
    png_set_compression_strategy(png, Z_RLE);
    png_set_compression_mem_level(png, 9);
    png_set_filter(png, 0, filters);
    png_set_IHDR(
        png, info, width, height, bit_depth, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
        PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    for (unsigned row = 0; row < height; row++) { png_write_row(png, rows + row * row_bytes); }
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
    return 1;
}
