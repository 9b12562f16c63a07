"""Win32 itself, by ctypes: what `WindowsCalls` asks for, each one call and its error."""

import sys
import time

if sys.platform == "win32":
    import ctypes
    import msvcrt
    import os
    import shutil
    from collections.abc import Callable
    from ctypes import wintypes

    from byhand.storage.disk_calls import Buffer
    from byhand.storage.windows_calls import windows_error
    from byhand.storage.windows_disk import windows_disk

    _INVALID = ctypes.c_void_p(-1).value
    _SET_SPARSE = 0x000900C4  # FSCTL_SET_SPARSE, <winioctl.h>
    _ALLOCATION_INFO, _END_OF_FILE_INFO = 5, 6  # FILE_INFO_BY_HANDLE_CLASS
    _WRITE_THROUGH = 0x8  # MOVEFILE_WRITE_THROUGH
    _AT_END = 38  # ERROR_HANDLE_EOF
    _NAME_UNITS = 64

    class _Overlapped(ctypes.Structure):
        _fields_ = (
            ("internal", ctypes.c_size_t),
            ("internal_high", ctypes.c_size_t),
            ("offset", wintypes.DWORD),
            ("offset_high", wintypes.DWORD),
            ("event", wintypes.HANDLE),
        )

    class _ByHandle(ctypes.Structure):
        _fields_ = (
            ("attributes", wintypes.DWORD),
            ("created", wintypes.FILETIME),
            ("accessed", wintypes.FILETIME),
            ("modified", wintypes.FILETIME),
            ("volume", wintypes.DWORD),
            ("size_high", wintypes.DWORD),
            ("size_low", wintypes.DWORD),
            ("links", wintypes.DWORD),
            ("index_high", wintypes.DWORD),
            ("index_low", wintypes.DWORD),
        )

    _library = ctypes.WinDLL("kernel32", use_last_error=True)

    def _function(name: str, *types: type, result: type = wintypes.BOOL) -> Callable[..., int]:
        function = _library[name]
        function.argtypes, function.restype = types, result
        return function

    _H, _D, _W = wintypes.HANDLE, wintypes.DWORD, wintypes.LPCWSTR
    _P = ctypes.c_void_p
    _close_handle = _function("CloseHandle", _H)
    _create_directory = _function("CreateDirectoryW", _W, _P)
    _create_file = _function("CreateFileW", _W, _D, _D, _P, _D, _D, _H, result=_H)
    _delete_file = _function("DeleteFileW", _W)
    _device_control = _function("DeviceIoControl", _H, _D, _P, _D, _P, _D, _P, _P)
    _final_path = _function("GetFinalPathNameByHandleW", _H, _P, _D, _D, result=_D)
    _flush = _function("FlushFileBuffers", _H)
    _free_space = _function("GetDiskFreeSpaceExW", _W, _P, _P, _P)
    _information = _function("GetFileInformationByHandle", _H, _P)
    _move_file = _function("MoveFileExW", _W, _W, _D)
    _read_file = _function("ReadFile", _H, _P, _D, _P, _P)
    _remove_directory = _function("RemoveDirectoryW", _W)
    _set_information = _function("SetFileInformationByHandle", _H, ctypes.c_int, _P, _D)
    _set_time = _function("SetFileTime", _H, _P, _P, _P)
    _volume = _function("GetVolumeInformationByHandleW", _H, _P, _D, _P, _P, _P, _P, _D)
    _write_file = _function("WriteFile", _H, _P, _D, _P, _P)

    def _check(result: int | None, path: str = "") -> None:
        if not result:
            raise windows_error(ctypes.get_last_error(), path)

    class Kernel32:
        """See WindowsCalls."""

        def create_file(
            self, path: str, access: int, sharing: int, disposition: int, flags: int
        ) -> int:
            handle = _create_file(path, access, sharing, None, disposition, flags, None)
            if handle == _INVALID:
                raise windows_error(ctypes.get_last_error(), path)
            return handle

        def close_handle(self, handle: int) -> None:
            _check(_close_handle(handle))

        def descriptor(self, handle: int, flags: int) -> int:
            try:
                return msvcrt.open_osfhandle(handle, flags | os.O_NOINHERIT | os.O_BINARY)
            except OSError:
                _close_handle(handle)
                raise

        def handle(self, fd: int) -> int:
            return msvcrt.get_osfhandle(fd)

        def final_path(self, handle: int) -> str:
            units = 512
            while True:
                room = ctypes.create_unicode_buffer(units)
                length = _final_path(handle, room, units, 0)
                _check(length)
                if length < units:
                    return room.value
                units = length + 1

        def attributes(self, handle: int) -> int:
            found = _ByHandle()
            _check(_information(handle, ctypes.byref(found)))
            return int(found.attributes)

        def file_system(self, handle: int) -> str:
            name = ctypes.create_unicode_buffer(_NAME_UNITS)
            _check(_volume(handle, None, 0, None, None, None, name, _NAME_UNITS))
            return name.value

        def move(self, source: str, target: str) -> None:
            _check(_move_file(source, target, _WRITE_THROUGH), target)

        def make_folder(self, path: str) -> None:
            _check(_create_directory(path, None), path)

        def remove_folder(self, path: str) -> None:
            _check(_remove_directory(path), path)

        def remove_file(self, path: str) -> None:
            _check(_delete_file(path), path)

        def remove_tree(self, path: str) -> None:
            shutil.rmtree(path)

        def names(self, path: str) -> list[str]:
            return os.listdir(path)

        def read(self, handle: int, view: memoryview, offset: int) -> int:
            count = wintypes.DWORD()
            place = _Overlapped(offset=offset & 0xFFFFFFFF, offset_high=offset >> 32)
            into = (ctypes.c_char * len(view)).from_buffer(view)
            done = _read_file(handle, into, len(view), ctypes.byref(count), ctypes.byref(place))
            if not done and ctypes.get_last_error() == _AT_END:
                return 0
            _check(done)
            return count.value

        def write(self, handle: int, content: Buffer, offset: int) -> int:
            count = wintypes.DWORD()
            place = _Overlapped(offset=offset & 0xFFFFFFFF, offset_high=offset >> 32)
            view = memoryview(content)
            # What may not be changed has no address for ctypes but as bytes.
            source = bytes(view) if view.readonly else (ctypes.c_char * len(view)).from_buffer(view)
            _check(_write_file(handle, source, len(view), ctypes.byref(count), ctypes.byref(place)))
            return count.value

        def flush(self, handle: int) -> None:
            _check(_flush(handle))

        def make_sparse(self, handle: int) -> None:
            count = ctypes.byref(wintypes.DWORD())
            _check(_device_control(handle, _SET_SPARSE, None, 0, None, 0, count, None))

        def reserve(self, handle: int, size: int) -> None:
            self._set_size(handle, _ALLOCATION_INFO, size)

        def set_end(self, handle: int, size: int) -> None:
            self._set_size(handle, _END_OF_FILE_INFO, size)

        def _set_size(self, handle: int, kind: int, size: int) -> None:
            value = ctypes.c_int64(size)
            _check(_set_information(handle, kind, ctypes.byref(value), ctypes.sizeof(value)))

        def set_times(self, handle: int, accessed: int, modified: int) -> None:
            times = [ctypes.byref(ctypes.c_uint64(each)) for each in (accessed, modified)]
            _check(_set_time(handle, None, *times))

        def room(self, path: str) -> tuple[int, int]:
            free, total = ctypes.c_uint64(), ctypes.c_uint64()
            _check(_free_space(path, ctypes.byref(free), ctypes.byref(total), None), path)
            return total.value, free.value

    WINDOWS_DISK = windows_disk(Kernel32(), time.sleep)
